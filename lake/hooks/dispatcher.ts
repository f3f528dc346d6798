import {randomUUID} from 'node:crypto'

import {isCommentsDataset} from '../comments.ts'
import {inJson} from '../inJson.ts'
import type {HookStore} from '../store/hooks.ts'
import type {Transaction} from '../transaction.ts'
import type {Delta} from './deltaQuery.ts'
import type {Attempt, Hook} from './hook.ts'
import {messageFor, signatureOf, type Message} from './message.ts'

/** Sends what happens in datasets to the hooks that asked for it. */
export interface Dispatcher {
  /** Hands over a transaction; returns at once. */
  dispatch(transaction: Transaction, where: Omit<Delta, 'before' | 'after'>): void
  /** Drops waiting messages in which one of the words stands. */
  forget(words: readonly string[]): void
  /** Stops sending; what waits is lost. */
  close(): void
}

export interface DispatcherOptions {
  store: HookStore
  /** How long to wait before each further attempt, in milliseconds. */
  retryAfter: readonly number[]
}

/** As the hosted service does it: about half an hour, each time twice as long. */
export const RETRY_AFTER = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 777].map(
  (seconds) => seconds * 1000,
)

const TIMEOUT_MS = 30_000
const KEPT_BODY = 1000
/** Of a receiver that stays away, no more than this waits for each hook. */
const MAXIMUM_WAITING = 1000

/** One message of a hook is on its way at a time, in the order of the transactions. */
export function createDispatcher({store, retryAfter}: DispatcherOptions): Dispatcher {
  const closing = new AbortController()
  const waiting = new Map<string, Message[]>()
  /** Messages are made one after the other, so that they keep their order. */
  let making = Promise.resolve()

  async function make(
    transaction: Transaction,
    where: Omit<Delta, 'before' | 'after'>,
  ): Promise<void> {
    // What editors say among themselves is sent nowhere.
    if (isCommentsDataset(where.dataset)) return
    for (const hook of store.list()) {
      if (hook.isDisabled || (hook.dataset !== '*' && hook.dataset !== where.dataset)) continue
      for (const change of transaction.changes) {
        const message = await messageFor(hook, transaction, change, where)
        if (message) enqueue(hook.id, message)
      }
    }
  }

  function enqueue(hookId: string, message: Message): void {
    const queue = waiting.get(hookId)
    if (queue) {
      if (queue.push(message) > MAXIMUM_WAITING) queue.shift()
      return
    }
    waiting.set(hookId, [message])
    void drain(hookId).finally(() => waiting.delete(hookId))
  }

  async function drain(hookId: string): Promise<void> {
    const queue = waiting.get(hookId) ?? []
    for (let message = queue[0]; message; message = queue[0]) {
      await deliver(hookId, queue, message)
      if (closing.signal.aborted) return
      if (queue[0] === message) queue.shift()
    }
  }

  async function deliver(
    hookId: string,
    queue: readonly Message[],
    message: Message,
  ): Promise<void> {
    for (const pause of [...retryAfter, undefined]) {
      // It may have been changed, deleted or emptied of messages meanwhile.
      const hook = store.list().find(({id}) => id === hookId)
      if (!hook || hook.isDisabled || !queue.includes(message)) return
      const attempt = await send(hook, message)
      if (closing.signal.aborted) return
      store.log(attempt)
      if (!isWorthRepeating(attempt) || pause === undefined) return
      await wait(pause)
    }
  }

  async function send(hook: Hook, message: Message): Promise<Attempt> {
    const attempt = {
      id: randomUUID(),
      hookId: hook.id,
      messageId: message.id,
      createdAt: new Date().toISOString(),
    }
    const hasBody = hook.httpMethod !== 'GET'
    const signature = hook.secret
      ? {'sanity-webhook-signature': signatureOf(message.body, hook.secret, Date.now())}
      : {}
    try {
      const response = await fetch(hook.url, {
        method: hook.httpMethod,
        headers: {...message.headers, ...signature},
        ...(hasBody && {body: message.body}),
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      })
      const resultBody = (await response.text()).slice(0, KEPT_BODY)
      const isFailure = !response.ok
      const failureReason = isFailure ? 'http' : null
      return {...attempt, isFailure, failureReason, resultCode: response.status, resultBody}
    } catch (error) {
      const isLate = error instanceof DOMException && error.name === 'TimeoutError'
      const failureReason = isLate ? 'timeout' : 'network'
      return {...attempt, isFailure: true, failureReason, resultCode: null, resultBody: null}
    }
  }

  function wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      const stop = (): void => {
        clearTimeout(timer)
        resolve()
      }
      closing.signal.addEventListener('abort', stop, {once: true})
    })
  }

  return {
    dispatch: (transaction, where) => {
      if (store.list().length === 0) return
      making = making
        .then(() => make(transaction, where))
        .catch((error: unknown) => console.error('A webhook could not be prepared:', error))
    },
    forget: (words) => {
      for (const queue of waiting.values()) {
        const kept = queue.filter(({body}) => !words.some((word) => body.includes(inJson(word))))
        queue.splice(0, queue.length, ...kept)
      }
    },
    close: () => closing.abort(),
  }
}

/** Whoever refuses a message for good is not asked again. */
function isWorthRepeating({isFailure, resultCode}: Attempt): boolean {
  return isFailure && (resultCode === null || resultCode === 429 || resultCode >= 500)
}
