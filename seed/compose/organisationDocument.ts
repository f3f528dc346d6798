import type {EntityOf} from '../register/registerSchema.ts'
import type {OrganisationDocument} from './documents.ts'
import {citedText, keyed, nameVariants, placeFact, relations} from './facts.ts'
import {slugOf} from '../../vocabulary/addresses.ts'
import type {Story} from './story.ts'

/** A body that acts in the story. One that has no name gets no page, so no address. */
export function organisationDocument(
  story: Story,
  organisation: EntityOf<'organisation'>,
): OrganisationDocument {
  const {id, name, naming, slug, kind, disambiguation, otherNames} = organisation
  const {country, location, purpose, metonymFor} = organisation
  return {
    _id: id,
    _type: 'organisation',
    name,
    naming,
    ...(naming !== 'unnamed' && {slug: slugOf(slug ?? name)}),
    kind,
    ...(disambiguation !== undefined && {disambiguation}),
    ...(otherNames.length > 0 && {alternateNames: nameVariants(otherNames)}),
    ...(country && {country: placeFact(story, country)}),
    ...(location && {location: placeFact(story, location)}),
    ...(purpose.length > 0 && {purpose: keyed('u', purpose, (text) => citedText(story, text))}),
    ...(metonymFor && {metonymFor: placeFact(story, metonymFor)}),
    ...(organisation.relations.length > 0 && {
      relations: relations(story, organisation.relations),
    }),
  }
}
