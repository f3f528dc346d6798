import {addressOf} from '../../vocabulary/addresses.ts'
import {extract} from '../extract/extract.ts'
import {knownFrom} from '../known/known.ts'
import {draftRegister} from './draftRegister.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Fills in what a register leaves to its article: names and types that are found by reading it. An
 * entity without a name is the one whose name, written as an address, is its key. What the register
 * says itself counts.
 */
export function withFoundNames(register: unknown, text: string): unknown {
  const isNameless = (entity: unknown) => isFields(entity) && !('name' in entity)
  if (!isFields(register) || !Array.isArray(register['entities'])) return register
  if (!register['entities'].some(isNameless)) return register
  const found = foundIn(text)
  const entities = register['entities'].map((entity: unknown) => {
    if (!isFields(entity) || 'name' in entity) return entity
    const {key, id} = entity
    const [type = ''] = String(id).split('-')
    return {...found.get(`${type} ${String(key)}`), ...entity}
  })
  return {...register, entities}
}

/** Whom and what an article names, as an editor would write it down; by type and address. */
function foundIn(text: string): ReadonlyMap<string, Fields> {
  const {register} = draftRegister({
    article: extract(text, []),
    gazetteer: [],
    articleId: 'article-0000000000',
    language: 'en',
    known: knownFrom(),
    newId: (type) => `${type}-0000000000`,
  })
  return new Map(
    register.entities.map(({id: _id, key: _key, slug: _slug, ...entity}) => [
      `${entity.type} ${addressOf(entity.name)}`,
      entity,
    ]),
  )
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
