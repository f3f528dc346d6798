import {isCommentsDataset} from '../comments.ts'
import {inJson} from '../inJson.ts'
import {describeError, type Log} from '../log.ts'
import type {HookQueue, Message} from '../store/hookQueue.ts'
import type {HookStore} from '../store/hooks.ts'
import type {Transaction} from '../transaction.ts'
import type {Delta} from './deltaQuery.ts'
import {createDelivery} from './delivery.ts'
import type {Hook} from './hook.ts'
import {messageFor} from './message.ts'

/** A dataset as far as hooks are concerned. */
export interface HookSource extends Omit<Delta, 'before' | 'after'> {
  /** Where its log stands now. */
  position: () => string
  /** What was recorded after a position; `undefined` when that cannot be told any more. */
  since: (position: string) => Transaction[] | undefined
}

/**
 * Sends what happens in datasets to the hooks that asked for it. What is to be sent is stored before
 * it is sent, and removed once it was: a message can come twice, with the same idempotency key, and
 * none is lost when the process ends, however it ends.
 */
export interface Dispatcher {
  /** Takes up a dataset where the process before left it; to be called before it changes. */
  open(source: HookSource): void
  /** Begins to send, once all datasets are open. */
  start(): void
  /** Hands over a transaction; returns at once. */
  dispatch(transaction: Transaction, source: HookSource): void
  /** To be called when hooks are made or changed: what happened before is not for them. */
  settle(): void
  /** Drops waiting messages in which one of the words stands. */
  forget(words: readonly string[]): void
  /** Stops sending. What waits is sent by the next process. */
  close(): Promise<void>
}

export interface DispatcherOptions {
  store: HookStore
  queue: HookQueue
  /** How long to wait before each further attempt, in milliseconds. */
  retryAfter: readonly number[]
  log: Log
}

/** As the hosted service does it: about half an hour, each time twice as long. */
export const RETRY_AFTER = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 777].map(
  (seconds) => seconds * 1000,
)

/** After so many transactions of which no hook wanted to hear, that is noted. */
const NOTED_AFTER = 100

export function createDispatcher({store, queue, retryAfter, log}: DispatcherOptions): Dispatcher {
  const delivery = createDelivery({store, queue, retryAfter, log})
  /** How far each dataset has been made into messages, and for how many transactions that is not noted. */
  const positions = new Map<string, string>()
  let unnoted = 0
  /** Messages not stored yet; they stay here while the disk is full. */
  let made: Message[] = []
  /** Messages are made one after the other, so that they keep their order. */
  const started = Promise.withResolvers<void>()
  let making = started.promise

  function unprepared(error: unknown): void {
    const message = 'A webhook could not be prepared.'
    log({level: 'error', event: 'webhook', message, ...describeError(error)})
  }

  function later(work: () => void | Promise<void>): void {
    making = making.then(work).catch(unprepared)
  }

  async function make(
    hooks: readonly Hook[],
    transaction: Transaction,
    source: HookSource,
  ): Promise<void> {
    // What editors say among themselves is sent nowhere.
    const listening = isCommentsDataset(source.dataset) ? [] : hooks
    for (const hook of listening) {
      if (hook.isDisabled || (hook.dataset !== '*' && hook.dataset !== source.dataset)) continue
      for (const change of transaction.changes) {
        // One that cannot be evaluated is no matter of the others.
        await messageFor(hook, transaction, change, source)
          .then((message) => message && made.push(message))
          .catch(unprepared)
      }
    }
    positions.set(source.dataset, `${transaction.id}#`)
    if (hooks.length > 0) unnoted += 1
    if (made.length > 0 || unnoted >= NOTED_AFTER) save()
  }

  function save(): void {
    const messages = made
    queue.add(messages, positions)
    made = []
    unnoted = 0
    for (const hookId of new Set(messages.map(({hookId}) => hookId))) delivery.drain(hookId)
  }

  const dispatch = (transaction: Transaction, source: HookSource): void => {
    const hooks = store.list()
    later(() => make(hooks, transaction, source))
  }

  return {
    open: (source) => {
      const noted = store.list().length > 0 ? queue.position(source.dataset) : undefined
      const missed = noted === undefined ? [] : source.since(noted)
      if (missed === undefined) {
        const message = `What webhooks missed of the dataset "${source.dataset}" cannot be told.`
        log({level: 'warn', event: 'webhook', message})
      }
      const untold = missed ?? []
      const position = source.position()
      // Nothing to tell, or nothing that can be told: it goes on from here.
      if (untold.length === 0) later(() => void positions.set(source.dataset, position))
      for (const transaction of untold) dispatch(transaction, source)
    },
    start: () => {
      for (const hookId of queue.hookIds()) delivery.drain(hookId)
      started.resolve()
    },
    dispatch,
    settle: () => later(save),
    forget: (words) => {
      const isForgotten = (body: string): boolean =>
        words.some((word) => body.includes(inJson(word)))
      queue.forget(isForgotten)
      // What is being made may come from before.
      later(() => {
        made = made.filter(({body}) => !isForgotten(body))
        save()
        queue.forget(isForgotten)
      })
    },
    close: async () => {
      later(save)
      await making
      await delivery.close()
    },
  }
}
