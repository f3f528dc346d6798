import type {DatabaseSync} from 'node:sqlite'

/**
 * How far back the log is whole, for those who want to know what they missed: a later version of the
 * tables, which an earlier storygraph does not look at.
 */
const HORIZON_TABLE = `
  CREATE TABLE IF NOT EXISTS horizon (seq INTEGER NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS changes_by_seq ON changes (seq);
`

/** The order of transactions in the log. */
export interface Sequence {
  /** The last transaction; `undefined` while there is none. */
  last(): {id: string; timestamp: string} | undefined
  /** The last transaction that changed one of the documents; `undefined` while there is none. */
  lastOf(includes: (documentId: string) => boolean): string | undefined
  /** The number of a transaction from which on nothing was forgotten; `undefined` for any other. */
  numberOf(transactionId: string): number | undefined
  /** Whether everything since the first transaction is known. */
  isWhole(): boolean
  /** The documents changed by this transaction and later ones; how many transactions these are. */
  since(number: number): {documents: string[]; transactions: number}
  /** From now on nobody can be told what happened before. */
  forgetBefore(): void
}

export function openSequence(database: DatabaseSync): Sequence {
  database.exec(HORIZON_TABLE)
  const last = database.prepare('SELECT id, timestamp FROM transactions ORDER BY seq DESC LIMIT 1')
  const newest = database.prepare(
    `SELECT id, document FROM transactions JOIN changes ON changes.seq = transactions.seq
     ORDER BY transactions.seq DESC`,
  )
  const number = database.prepare(
    'SELECT seq FROM transactions WHERE id = ? AND seq >= (SELECT coalesce(max(seq), 0) FROM horizon)',
  )
  const horizon = database.prepare('SELECT max(seq) AS seq FROM horizon')
  const documents = database.prepare('SELECT DISTINCT document FROM changes WHERE seq >= ?')
  const count = database.prepare('SELECT count(*) AS n FROM transactions WHERE seq >= ?')
  const move = database.prepare(
    'INSERT INTO horizon SELECT seq FROM transactions ORDER BY seq DESC LIMIT 1',
  )
  return {
    last: () => {
      const row = last.get()
      return row && {id: String(row['id']), timestamp: String(row['timestamp'])}
    },
    lastOf: (includes) => {
      for (const {id, document} of newest.iterate()) {
        if (includes(String(document))) return String(id)
      }
      return undefined
    },
    numberOf: (transactionId) => {
      const row = number.get(transactionId)
      return row && Number(row['seq'])
    },
    isWhole: () => horizon.get()?.['seq'] === null,
    since: (from) => ({
      documents: documents.all(from).map((row) => String(row['document'])),
      transactions: Number(count.get(from)?.['n']),
    }),
    forgetBefore: () => {
      move.run()
    },
  }
}
