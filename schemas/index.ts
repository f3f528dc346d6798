import {article} from './documents/article.ts'
import {organisation} from './documents/organisation.ts'
import {person} from './documents/person.ts'
import {place} from './documents/place.ts'
import {poll} from './documents/poll.ts'
import {unit} from './documents/unit.ts'
import {articleBody} from './objects/articleBody.ts'
import {citedText} from './objects/citedText.ts'
import {fuzzyDate} from './objects/fuzzyDate.ts'
import {identityProtection} from './objects/identityProtection.ts'
import {measuredValue} from './objects/measuredValue.ts'
import {nameVariant} from './objects/nameVariant.ts'
import {nestedQuotation} from './objects/nestedQuotation.ts'
import {personOccupation} from './objects/personOccupation.ts'
import {personResidence} from './objects/personResidence.ts'
import {placeFact} from './objects/placeFact.ts'
import {pollFinding} from './objects/pollFinding.ts'
import {reportedAge} from './objects/reportedAge.ts'
import {storyCitation} from './objects/storyCitation.ts'
import {storyCredit} from './objects/storyCredit.ts'
import {storyRelation} from './objects/storyRelation.ts'
import {unitDeployment} from './objects/unitDeployment.ts'
import {unitStrength} from './objects/unitStrength.ts'

/** The documents of a newsroom’s dataset, in the order in which editors meet them. */
export const documentTypes = [article, person, unit, organisation, poll, place]

/** The objects those documents are made of. */
export const objectTypes = [
  articleBody,
  citedText,
  fuzzyDate,
  identityProtection,
  measuredValue,
  nameVariant,
  nestedQuotation,
  personOccupation,
  personResidence,
  placeFact,
  pollFinding,
  reportedAge,
  storyCitation,
  storyCredit,
  storyRelation,
  unitDeployment,
  unitStrength,
]

/** The whole content model, ready for a Studio’s `schema.types`. */
export const schemaTypes = [...documentTypes, ...objectTypes]
