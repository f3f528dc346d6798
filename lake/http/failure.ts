import type {User} from '../access.ts'
import {httpError, LakeError} from '../errors.ts'
import {describeError} from '../log.ts'
import {storageTroubleOf} from '../storageTrouble.ts'
import type {LakeContext} from './context.ts'

/**
 * What a request is answered with that ended in an error. Whatever the lake did not expect is logged;
 * where the data lies is told to those who have a token.
 */
export function failureOf(
  error: unknown,
  {log, directory}: LakeContext,
  {requestId, user}: {requestId: string; user: User | null},
): LakeError {
  if (error instanceof LakeError) return error
  // Nobody reads this answer: the client has gone.
  if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') {
    return httpError(400, 'The request was broken off.')
  }
  const trouble = storageTroubleOf(error)
  const message = trouble?.describe(directory.place)
  log({
    level: 'error',
    event: trouble ? 'storage' : 'failure',
    id: requestId,
    ...(message !== undefined && {message}),
    ...describeError(error),
  })
  if (!trouble) return httpError(500, 'The embedded Content Lake failed; its log says why.')
  const place = user ? directory.place : 'its data directory'
  return httpError(trouble.statusCode, trouble.describe(place))
}
