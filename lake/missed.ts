import {replay} from './history/replay.ts'
import type {Store} from './store/store.ts'
import type {Transaction} from './transaction.ts'

/** So much is replayed to somebody who comes back; who missed more is told to start anew. */
const MOST_TRANSACTIONS = 1000

/**
 * How far somebody has been told of changes: all those of the transactions before this one, and those
 * of its own documents up to this id. As text `transaction#document`, which is also an event's id.
 */
interface Position {
  transactionId: string
  documentId: string
}

/**
 * Where the log stands now for somebody: the last transaction that concerns them was told in full.
 * Of others they do not even learn that there was one.
 */
export function currentPosition(store: Store, sees: (documentId: string) => boolean): string {
  return `${store.sequence.lastOf(sees) ?? ''}#`
}

/**
 * What was recorded after a position, oldest first and, within a transaction, by document id.
 * `undefined` when that cannot be told: the position is unknown, something was forgotten since, or it
 * is too much.
 */
export function missedSince(store: Store, position: string): Transaction[] | undefined {
  const told = parsePosition(position)
  const {sequence} = store
  const from =
    told.transactionId === ''
      ? sequence.isWhole()
        ? 0
        : undefined
      : sequence.numberOf(told.transactionId)
  if (from === undefined) return undefined
  const {documents, transactions} = sequence.since(from)
  if (transactions > MOST_TRANSACTIONS) return undefined

  const missed = new Map<number, Transaction>()
  for (const step of replay(store.changes(documents))) {
    if (step.sequence < from) continue
    const {transactionId: id, timestamp, author} = step
    const transaction = missed.get(step.sequence) ?? {id, timestamp, author, changes: []}
    transaction.changes.push(step)
    missed.set(step.sequence, transaction)
  }
  return [...missed.values()]
}

/** Whether an event of this document was told before the position was reached. */
export function wasTold(position: string, transactionId: string, documentId: string): boolean {
  const told = parsePosition(position)
  if (transactionId !== told.transactionId) return false
  return told.documentId === '' || documentId <= told.documentId
}

function parsePosition(text: string): Position {
  const at = text.lastIndexOf('#')
  return at === -1
    ? {transactionId: text, documentId: ''}
    : {transactionId: text.slice(0, at), documentId: text.slice(at + 1)}
}
