import type {
  OrganisationReference,
  PersonReference,
  PlaceReference,
  UnitReference,
} from '../../sanity.types.ts'
import type {Story} from './story.ts'
import {entityOf} from './story.ts'

/** A strong reference: what it points to cannot be deleted while it stands. */
export interface Reference {
  readonly _type: 'reference'
  readonly _ref: string
}

export type ActorReference = PersonReference | UnitReference | OrganisationReference

/** Refers to a document by its id. */
export function referenceTo(id: string): PlaceReference & ActorReference {
  return {_type: 'reference', _ref: id}
}

/** Refers to what a key of the register stands for. */
export function referenceToKey(story: Story, key: string): PlaceReference & ActorReference {
  return referenceTo(entityOf(story, key).id)
}

/** An array of references, each with a key of its own. */
export function referencesToKeys(story: Story, keys: readonly string[], prefix: string) {
  return keys.map((key, index) => ({_key: `${prefix}${index}`, ...referenceToKey(story, key)}))
}
