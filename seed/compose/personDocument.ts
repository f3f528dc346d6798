import type {ReportedAge} from '../../sanity.types.ts'
import {figureIn} from '../register/figureIn.ts'
import type {EntityOf} from '../register/registerSchema.ts'
import type {PersonDocument} from './documents.ts'
import {citations, fuzzyDate, keyed, nameVariants, placeFact, relations} from './facts.ts'
import {referenceToKey} from './references.ts'
import {slugOf, sortNameOf} from '../../vocabulary/addresses.ts'
import type {Story} from './story.ts'

/** Somebody whom the story names, with what it says about them. */
export function personDocument(story: Story, person: EntityOf<'person'>): PersonDocument {
  const {name, naming, slug, sortName, disambiguation, protection} = person
  const isSorted = naming === 'fullName'
  return {
    _id: person.id,
    _type: 'person',
    name,
    naming,
    ...(naming !== 'unnamed' && {slug: slugOf(slug ?? name)}),
    sortName: sortName ?? (isSorted ? sortNameOf(name) : name),
    ...(disambiguation !== undefined && {disambiguation}),
    ...(person.otherNames.length > 0 && {alternateNames: nameVariants(person.otherNames)}),
    ...(protection && {
      identityProtection: {
        _type: 'identityProtection',
        basis: protection.basis,
        publicWording: protection.publicWording,
        citations: citations(story, protection.passages),
      },
    }),
    ...life(story, person),
    ...(person.fightsFor && {fightsFor: placeFact(story, person.fightsFor)}),
    ...(person.relations.length > 0 && {relations: relations(story, person.relations)}),
  }
}

function life(story: Story, person: EntityOf<'person'>) {
  const {occupations, age, birthPlace, nationalities, residences} = person
  return {
    ...(occupations.length > 0 && {
      occupations: keyed('o', occupations, ({passages, ...occupation}) => ({
        _type: 'personOccupation' as const,
        ...occupation,
        citations: citations(story, passages),
      })),
    }),
    ...(age && {ageAsReported: reportedAge(story, age.passages)}),
    ...(birthPlace && {birthPlace: placeFact(story, birthPlace)}),
    ...(nationalities.length > 0 && {
      nationalities: keyed('n', nationalities, (fact) => placeFact(story, fact)),
    }),
    ...(residences.length > 0 && {
      residences: keyed('l', residences, ({place, from, to, passages, ...residence}) => ({
        _type: 'personResidence' as const,
        ...(place !== undefined && {place: referenceToKey(story, place)}),
        ...residence,
        ...(from && {from: fuzzyDate(from)}),
        ...(to && {to: fuzzyDate(to)}),
        citations: citations(story, passages),
      })),
    }),
  }
}

/** The age that the article prints, true at the time of its reporting. */
function reportedAge(story: Story, passages: readonly string[]): ReportedAge {
  const figure = figureIn(story.article, passages[0] ?? '')
  const {reportedDate} = story.register.article
  if (figure?.value == null || !reportedDate) {
    throw new Error('An age needs a number and the time of reporting; check the register first.')
  }
  return {
    _type: 'reportedAge',
    value: figure.value,
    asOf: fuzzyDate(reportedDate),
    citations: citations(story, passages),
  }
}
