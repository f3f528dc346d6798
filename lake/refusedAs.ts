import {writeError, type LakeError} from './errors.ts'
import {Refusal} from './refusal.ts'

/** Runs one mutation or action of a request; a refusal of it becomes the answer that names its place. */
export function refusedAs<T>(
  kind: 'mutationError' | 'actionError',
  index: number,
  work: () => T,
): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Refusal ? toLakeError(kind, index, error) : error
  }
}

function toLakeError(
  kind: 'mutationError' | 'actionError',
  index: number,
  {type, message, details, statusCode}: Refusal,
): LakeError {
  return writeError(kind, statusCode, {index, error: {type, description: message, ...details}})
}
