import type {
  OrganisationReference,
  PersonReference,
  PlaceReference,
  UnitReference,
} from '../../sanity.types.ts'
import type {EntityType} from '../../vocabulary/entityTypes.ts'

export type ActorReference = PersonReference | UnitReference | OrganisationReference

/** Refers to a document by its id. */
export function referenceTo(id: string): PlaceReference & ActorReference {
  return {_type: 'reference', _ref: id}
}

/**
 * Refers to a document that is still a draft. The reference holds nobody back until that document
 * is published; from then on it is like any other.
 */
export function referenceToDraft(
  id: string,
  type: EntityType,
): ReturnType<typeof referenceTo> & {_strengthenOnPublish: {type: EntityType}} {
  return {...referenceTo(id), _weak: true, _strengthenOnPublish: {type}}
}
