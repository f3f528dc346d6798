import {draftIdOf} from '../../seed/documentIds.ts'
import {slugOf, sortNameOf} from '../../vocabulary/addresses.ts'
import type {Fields} from './suggestion.ts'

/**
 * The draft of an entry that an editor asks for: of the same type and kind as the one that words
 * were taken for. Its address ends in a part of its id, for the two may have one name.
 */
export function newEntry(id: string, name: string, model: Fields = {}): Fields {
  const {_type: type = 'person', kind, kindWording} = model
  const slug = slugOf([name, id.slice(-4)].join(' '))
  const common = {_id: draftIdOf(id), _type: type, name, slug}
  if (type === 'person') {
    const isFull = /\s/.test(name)
    return {
      ...common,
      naming: isFull ? 'fullName' : 'mononym',
      sortName: isFull ? sortNameOf(name) : name,
    }
  }
  return {
    ...common,
    ...(type === 'organisation' && {naming: 'named'}),
    kind: kind ?? 'other',
    ...(kindWording !== undefined && {kindWording}),
  }
}

/** A new id for an entry of the type that another id begins with. */
export function newIdLike(id: string | undefined): string {
  const type = id?.split('-')[0] ?? 'person'
  return `${type}-${crypto.randomUUID().replaceAll('-', '').slice(0, 10)}`
}
