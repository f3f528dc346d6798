import {randomUUID} from 'node:crypto'

import {describeError, type Log} from '../log.ts'
import type {HookQueue, WaitingMessage} from '../store/hookQueue.ts'
import type {HookStore} from '../store/hooks.ts'
import type {Attempt, Hook} from './hook.ts'
import {signatureOf} from './message.ts'

/** Brings waiting messages to their hooks. */
export interface Delivery {
  /** Sends what waits for a hook, unless that is under way; returns at once. */
  drain(hookId: string): void
  /** Breaks off; a message that is under way waits on. */
  close(): Promise<void>
}

const TIMEOUT_MS = 30_000
const KEPT_BODY = 1000

/** One message of a hook is on its way at a time, in the order of the queue. */
export function createDelivery({
  store,
  queue,
  retryAfter,
  log,
}: {
  store: HookStore
  queue: HookQueue
  retryAfter: readonly number[]
  log: Log
}): Delivery {
  const closing = new AbortController()
  const busy = new Set<string>()
  const running = new Set<Promise<void>>()

  async function drainAll(hookId: string): Promise<void> {
    busy.add(hookId)
    try {
      for (let message = queue.next(hookId); message; message = queue.next(hookId)) {
        const isSettled = await deliver(message)
        if (!isSettled) return
        queue.remove(message.id)
      }
    } finally {
      // At once: what is added from here on has to be sent by somebody.
      busy.delete(hookId)
    }
  }

  /** Tries until the message is taken or given up; `false` when the lake closes meanwhile. */
  async function deliver(message: WaitingMessage): Promise<boolean> {
    for (const pause of [...retryAfter, undefined].slice(message.attempts)) {
      // It may have been changed, deleted or emptied of messages meanwhile.
      const hook = store.list().find(({id}) => id === message.hookId)
      if (!hook || hook.isDisabled || !queue.has(message.id)) return true
      const attempt = await send(hook, message)
      if (closing.signal.aborted) return false
      store.log(attempt)
      if (attempt.isFailure) warn(attempt)
      if (!isWorthRepeating(attempt) || pause === undefined) return true
      queue.noteAttempt(message.id)
      await wait(pause)
      if (closing.signal.aborted) return false
    }
    return true
  }

  function warn({hookId, messageId, failureReason, resultCode}: Attempt): void {
    log({
      level: 'warn',
      event: 'webhook',
      hook: hookId,
      id: messageId,
      reason: failureReason ?? 'http',
      ...(resultCode !== null && {status: resultCode}),
    })
  }

  async function send(hook: Hook, message: WaitingMessage): Promise<Attempt> {
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
      const timer = setTimeout(stop, milliseconds)
      function stop(): void {
        clearTimeout(timer)
        closing.signal.removeEventListener('abort', stop)
        resolve()
      }
      closing.signal.addEventListener('abort', stop, {once: true})
      if (closing.signal.aborted) stop()
    })
  }

  return {
    drain: (hookId) => {
      if (busy.has(hookId) || closing.signal.aborted) return
      const done = drainAll(hookId)
        .catch((error: unknown) => {
          const message = 'A webhook could not be delivered.'
          log({level: 'error', event: 'webhook', message, ...describeError(error)})
        })
        .finally(() => running.delete(done))
      running.add(done)
    },
    close: async () => {
      closing.abort()
      await Promise.all(running)
    },
  }
}

/** Whoever refuses a message for good is not asked again. */
function isWorthRepeating({isFailure, resultCode}: Attempt): boolean {
  return isFailure && (resultCode === null || resultCode === 429 || resultCode >= 500)
}
