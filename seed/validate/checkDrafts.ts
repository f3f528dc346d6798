import {asPublished} from './asPublished.ts'
import type {CandidateDocument} from './candidateDocument.ts'
import {checkIntegrity} from './checkIntegrity.ts'
import {contentModel} from './contentModel.ts'
import type {Problem} from './problem.ts'

/**
 * Checks that drafts hold together: their references, keys, marks and passages. Whether they are
 * fit for readers Studio tells their editors, with the very rules of the content model.
 */
export function checkDrafts(drafts: readonly CandidateDocument[]): Problem[] {
  return checkIntegrity(drafts.map(asPublished), contentModel)
}
