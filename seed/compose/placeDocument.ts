import type {EntityOf} from '../register/registerSchema.ts'
import type {PlaceDocument} from './documents.ts'
import {nameVariants} from './facts.ts'
import {referenceToKey} from './references.ts'
import {slugOf} from '../../vocabulary/addresses.ts'
import type {Story} from './story.ts'

/** Somewhere that the story names. */
export function placeDocument(story: Story, place: EntityOf<'place'>): PlaceDocument {
  const {id, name, otherNames, slug, kind, within} = place
  return {
    _id: id,
    _type: 'place',
    name,
    slug: slugOf(slug ?? name),
    kind,
    ...(otherNames.length > 0 && {alternateNames: nameVariants(otherNames)}),
    ...(within !== undefined && {within: referenceToKey(story, within)}),
  }
}
