import type {DatabaseSync} from 'node:sqlite'

/** Tables whose rows follow from what stands in the column `content` of `documents`. */
const DERIVED = ['documents', 'edges', 'indexed']

/**
 * Lets `derive` write the derived tables anew and compares what comes of it with what was there:
 * one sentence for each table that was not right. Without `repair` all stays as it was.
 */
export function deriveAgain(
  database: DatabaseSync,
  {repair}: {repair: boolean},
  derive: () => void,
): string[] {
  const count = (query: string): number => Number(database.prepare(query).get()?.['n'])
  database.exec('BEGIN IMMEDIATE')
  try {
    for (const table of DERIVED) {
      database.exec(`CREATE TEMP TABLE was_${table} AS SELECT * FROM main.${table}`)
    }
    // What a row is left of whose document is gone goes too.
    database.exec('DELETE FROM main.edges; DELETE FROM indexed; DELETE FROM words')
    derive()
    const found = DERIVED.flatMap((table) => {
      const rows = [`SELECT * FROM main.${table}`, `SELECT * FROM was_${table}`]
      const missing = count(`SELECT count(*) AS n FROM (${rows.join(' EXCEPT ')})`)
      const wrong = count(`SELECT count(*) AS n FROM (${rows.toReversed().join(' EXCEPT ')})`)
      if (missing + wrong === 0) return []
      return [`the table "${table}" lacks ${missing} row(s) and has ${wrong} that are wrong`]
    })
    for (const table of DERIVED) database.exec(`DROP TABLE was_${table}`)
    database.exec(repair ? 'COMMIT' : 'ROLLBACK')
    return found
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
