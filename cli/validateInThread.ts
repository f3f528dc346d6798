import {once} from 'node:events'
import {Worker} from 'node:worker_threads'

import type {Verdict} from '../seed/validate/validateDocuments.ts'
import type {SeedDocument} from '../seed/write/writeDocuments.ts'
import type {Validate} from './seedStory.ts'

/** What the thread is asked once. */
export interface Question {
  target: {projectId: string; dataset: string}
  apiHost: string
  token: string | undefined
  documents: readonly SeedDocument[]
}

/**
 * Loads Sanity's validators, which takes a second, in a thread of its own, so that a story can be read
 * meanwhile; it validates once. `question` leads to the lake that the story is meant for.
 */
export function validateInThread(question: Omit<Question, 'documents'>): Validate {
  const thread = new Worker(new URL('./validationThread.ts', import.meta.url))
  const answered = once(thread, 'message')
  // Whoever waits for the answer hears of a failure; without a story nobody waits.
  answered.catch(() => {})
  thread.unref()
  return async (_client, documents) => {
    thread.ref()
    thread.postMessage({...question, documents} satisfies Question, [])
    const [verdict]: Verdict[] = await answered
    if (!verdict) throw new Error('The thread that validates a story gave no answer.')
    await thread.terminate()
    return verdict
  }
}
