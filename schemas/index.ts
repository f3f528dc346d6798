import {figure} from './annotations/figure.ts'
import {link} from './annotations/link.ts'
import {mention} from './annotations/mention.ts'
import {quotation} from './annotations/quotation.ts'
import {article} from './documents/article.ts'
import {desk} from './documents/desk.ts'
import {goneAddress} from './documents/goneAddress.ts'
import {organisation} from './documents/organisation.ts'
import {person} from './documents/person.ts'
import {place} from './documents/place.ts'
import {poll} from './documents/poll.ts'
import {protectedIdentity} from './documents/protectedIdentity.ts'
import {unit} from './documents/unit.ts'
import {articleBody} from './objects/articleBody.ts'
import {citedText} from './objects/citedText.ts'
import {creditedImage} from './objects/creditedImage.ts'
import {deskExclusion} from './objects/deskExclusion.ts'
import {deskImport} from './objects/deskImport.ts'
import {deskItem} from './objects/deskItem.ts'
import {externalId} from './objects/externalId.ts'
import {factBox} from './objects/factBox.ts'
import {fuzzyDate} from './objects/fuzzyDate.ts'
import {identityProtection} from './objects/identityProtection.ts'
import {measuredValue} from './objects/measuredValue.ts'
import {nameVariant} from './objects/nameVariant.ts'
import {nestedQuotation} from './objects/nestedQuotation.ts'
import {personOccupation} from './objects/personOccupation.ts'
import {personResidence} from './objects/personResidence.ts'
import {placeFact} from './objects/placeFact.ts'
import {pollDisclosure} from './objects/pollDisclosure.ts'
import {pollEmbed} from './objects/pollEmbed.ts'
import {pollFinding} from './objects/pollFinding.ts'
import {pullQuote} from './objects/pullQuote.ts'
import {relatedStory} from './objects/relatedStory.ts'
import {reportedAge} from './objects/reportedAge.ts'
import {storyCitation} from './objects/storyCitation.ts'
import {storyCorrection} from './objects/storyCorrection.ts'
import {storyCredit} from './objects/storyCredit.ts'
import {storyDateline} from './objects/storyDateline.ts'
import {storyRelation} from './objects/storyRelation.ts'
import {storySeo} from './objects/storySeo.ts'
import {storyWithdrawal} from './objects/storyWithdrawal.ts'
import {unitDeployment} from './objects/unitDeployment.ts'
import {unitStrength} from './objects/unitStrength.ts'

/** The documents that readers can see, in the order in which editors meet them. */
export const documentTypes = [article, person, unit, organisation, poll, place]

/** Public records that the desk’s actions write and nobody edits. */
export const recordTypes = [goneAddress]

/** The documents that readers can’t see: their ids have a dot. */
export const confidentialTypes = [desk, protectedIdentity]

/** The objects that all of these are made of. */
export const objectTypes = [
  articleBody,
  citedText,
  creditedImage,
  deskExclusion,
  deskImport,
  deskItem,
  externalId,
  factBox,
  fuzzyDate,
  identityProtection,
  measuredValue,
  nameVariant,
  nestedQuotation,
  personOccupation,
  personResidence,
  placeFact,
  pollDisclosure,
  pollEmbed,
  pollFinding,
  pullQuote,
  relatedStory,
  reportedAge,
  storyCitation,
  storyCorrection,
  storyCredit,
  storyDateline,
  storyRelation,
  storySeo,
  storyWithdrawal,
  unitDeployment,
  unitStrength,
]

/** The whole content model, ready for a Studio’s `schema.types`. */
export const schemaTypes = [...documentTypes, ...recordTypes, ...confidentialTypes, ...objectTypes]

/** What can be marked in a text, ready for the `marks.annotations` of somebody else’s block. */
export const annotations = [mention, quotation, figure, link]

export {figure, link, mention, quotation}
export {initialValueTemplates} from './templates.ts'

export {citationsField} from './fields/citationsField.ts'
export {externalIdsField} from './fields/externalIdsField.ts'
export {alternateNamesField, disambiguationField, nameField} from './fields/nameFields.ts'
export {periodFields} from './fields/periodFields.ts'
export {placeFactField, placeFactsField} from './fields/placeFactField.ts'
export {placeOrWordingFields} from './fields/placeOrWordingFields.ts'
export {provenanceFields} from './fields/provenanceFields.ts'
export {relationsField} from './fields/relationsField.ts'
export {slugField} from './fields/slugField.ts'
export {suggestedField, suggestedMarkField} from './fields/suggestedField.ts'

export {choiceOf, confirmationState, isChanged, marksOf, type MarkedWords} from './confirmation.ts'
export {checkChangedMarks, checkSuggestedMarks} from './rules/suggestions.ts'
