import {isDraftId, publishedIdOf} from '../documentIds.ts'
import type {CandidateDocument} from './candidateDocument.ts'
import {isRecord} from './readDocument.ts'

/**
 * A draft as it will be once its suggestions are confirmed and it is published: then it meets the
 * rules that its readers rely on. A document that is no draft stays as it is.
 */
export function asPublished(document: CandidateDocument): CandidateDocument {
  const {_id, _type} = document
  return isDraftId(_id) ? {...confirmed(document), _id: publishedIdOf(_id), _type} : document
}

function confirmed(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const waits = '_strengthenOnPublish' in value
  const kept = Object.entries(value).filter(
    ([name]) =>
      name !== 'suggested' && !(waits && ['_weak', '_strengthenOnPublish'].includes(name)),
  )
  return Object.fromEntries(kept.map(([name, child]) => [name, confirmedValue(child)]))
}

function confirmedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(confirmedValue)
  return isRecord(value) ? confirmed(value) : value
}
