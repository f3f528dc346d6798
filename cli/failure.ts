import {ClientError, ServerError} from '@sanity/client'

import {DirectoryError, PortTakenError, storageTroubleOf} from '../lake/index.ts'
import {UserError} from './userError.ts'

/** How a command that failed ends. */
export interface Failure {
  message: string
  /** 1: whoever ran it can mend it. 70: we have to. */
  exitCode: 1 | 70
  showUsage: boolean
}

/** Turns whatever was thrown into one sentence and an exit code; a stack only for our own mistakes, on demand. */
export function describeFailure(error: unknown, verbose: boolean): Failure {
  if (!(error instanceof Error)) return {message: String(error), exitCode: 70, showUsage: false}
  // citty does not export the class of its errors.
  if (error.name === 'CLIError') return {message: error.message, exitCode: 1, showUsage: true}
  if (error instanceof PortTakenError) {
    return {message: `${error.message} Name another one.`, exitCode: 1, showUsage: false}
  }
  if (error instanceof UserError || error instanceof DirectoryError) {
    return {message: error.message, exitCode: 1, showUsage: false}
  }
  if (error instanceof ClientError || error instanceof ServerError) {
    const message = `The Content Lake refused (${error.statusCode}): ${error.message}`
    return {message, exitCode: error.statusCode < 500 ? 1 : 70, showUsage: false}
  }
  // The lake's own files; those that a command writes are named by the system.
  const trouble = 'errcode' in error ? storageTroubleOf(error) : undefined
  if (trouble) {
    return {message: trouble.describe('the data directory'), exitCode: 1, showUsage: false}
  }
  const network = networkFailure(error)
  if (network !== undefined) {
    const message = `The Content Lake cannot be reached (${network}): check its address and that it runs.`
    return {message, exitCode: 1, showUsage: false}
  }
  const detail = verbose ? error.stack : error.message
  const hint = verbose ? '' : ' Run again with --verbose to see where.'
  return {message: `storygraph failed: ${detail}${hint}`, exitCode: 70, showUsage: false}
}

/** What kept a request from arriving; `undefined` when something else failed. */
function networkFailure({message, cause}: Error): string | undefined {
  if (message !== 'fetch failed') return undefined
  return cause instanceof Error && cause.message !== '' ? cause.message : message
}
