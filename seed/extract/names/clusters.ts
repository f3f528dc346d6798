import type {EntityType} from '../../../vocabulary/entityTypes.ts'
import {fold} from '../fold.ts'
import type {Candidate} from './candidates.ts'
import type {NameType} from './nameTypes.ts'

/** The printings that name one person or thing. */
export interface Cluster {
  readonly type: EntityType
  /** The fullest printed form. */
  readonly name: string
  readonly forms: ReadonlySet<string>
  /** The names of others who could be meant as well. */
  readonly rivals: readonly string[]
}

/** Groups the forms of a document: a surname goes to the one person who bears it. */
export function clusterNames(
  candidates: readonly Candidate[],
  types: ReadonlyMap<string, NameType>,
): Cluster[] {
  const clusters = new Map<string, {type: EntityType; name: string; forms: Set<string>}>()
  const short: {form: string; type: EntityType}[] = []
  for (const form of new Set(candidates.map((one) => one.form))) {
    const type = types.get(form)?.type
    if (!type) continue
    const isShort = !/\s/.test(form) && type === 'person'
    if (isShort) short.push({form, type})
    else {
      const key = `${type} ${plain(form)}`
      const known = clusters.get(key)
      if (known) known.forms.add(form)
      else clusters.set(key, {type, name: form, forms: new Set([form])})
    }
  }
  const found: Cluster[] = [...clusters.values()].map((one) => ({...one, rivals: []}))
  for (const {form, type} of short) {
    const bearers = [...clusters.values()].filter(
      (one) => one.type === type && partsOf(one.name).includes(plain(form)),
    )
    const [only] = bearers
    if (only && bearers.length === 1) only.forms.add(form)
    else {
      found.push({type, name: form, forms: new Set([form]), rivals: bearers.map(({name}) => name)})
    }
  }
  return found
}

function plain(form: string): string {
  return fold(form).text.toLowerCase()
}

function partsOf(name: string): string[] {
  const parts = plain(name).split(' ')
  return [parts.at(-1) ?? '', parts[0] ?? '']
}
