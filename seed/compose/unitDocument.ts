import type {UnitStrength} from '../../sanity.types.ts'
import {figureIn} from '../register/figureIn.ts'
import type {EntityOf} from '../register/registerSchema.ts'
import type {UnitDocument} from './documents.ts'
import {
  citations,
  citedText,
  fuzzyDate,
  keyed,
  nameVariants,
  placeFact,
  relations,
} from './facts.ts'
import {measuredValue} from '../marks/measuredValue.ts'
import {referenceToKey} from './references.ts'
import {slugOf} from '../../vocabulary/addresses.ts'
import type {Story} from './story.ts'

/** An armed formation that the story names, with what it says about it. */
export function unitDocument(story: Story, unit: EntityOf<'unit'>): UnitDocument {
  const {id, name, slug, kind, kindWording} = unit
  return {
    _id: id,
    _type: 'unit',
    name,
    slug: slugOf(slug ?? name),
    kind,
    ...(kindWording !== undefined && {kindWording}),
    ...(unit.otherNames.length > 0 && {alternateNames: nameVariants(unit.otherNames)}),
    ...activity(story, unit),
    ...members(story, unit),
    ...(unit.relations.length > 0 && {relations: relations(story, unit.relations)}),
  }
}

function activity(story: Story, {fightsFor, deployments, aims, formedOn}: EntityOf<'unit'>) {
  return {
    ...(fightsFor && {fightsFor: placeFact(story, fightsFor)}),
    ...(deployments.length > 0 && {
      deployments: keyed('d', deployments, ({place, passages, ...deployment}) => ({
        _type: 'unitDeployment' as const,
        ...(place !== undefined && {place: referenceToKey(story, place)}),
        ...deployment,
        citations: citations(story, passages),
      })),
    }),
    ...(aims.length > 0 && {aims: keyed('a', aims, (aim) => citedText(story, aim))}),
    ...(formedOn && {formedOn: fuzzyDate(formedOn)}),
  }
}

function members(story: Story, unit: EntityOf<'unit'>) {
  const {strength, compositionNationalities, composition, nameOrigin} = unit
  return {
    ...(strength.length > 0 && {
      strength: keyed('s', strength, ({certainty, passages}) =>
        unitStrength(story, certainty, passages),
      ),
    }),
    ...(compositionNationalities.length > 0 && {
      compositionNationalities: keyed('n', compositionNationalities, (fact) =>
        placeFact(story, fact),
      ),
    }),
    ...(composition.length > 0 && {composition: [...composition]}),
    ...(nameOrigin && {nameOrigin: citedText(story, nameOrigin)}),
  }
}

/** How many the unit is, in the number that the passage prints. */
function unitStrength(
  story: Story,
  certainty: UnitStrength['certainty'],
  passages: readonly string[],
): UnitStrength {
  const {article, register} = story
  const figure = figureIn(article, passages[0] ?? '')
  if (!figure) throw new Error('A strength needs a number; check the register first.')
  const {reportedDate} = register.article
  return {
    _type: 'unitStrength',
    value: measuredValue(article.text, figure),
    ...(reportedDate && {asOf: fuzzyDate(reportedDate)}),
    certainty,
    citations: citations(story, passages),
  }
}
