import type {DatabaseSync} from 'node:sqlite'

/** What SQLite finds wrong with a database; `[]` when it is sound. */
export function faultsOf(database: DatabaseSync): string[] {
  return database
    .prepare('PRAGMA integrity_check')
    .all()
    .map((row) => String(row['integrity_check']))
    .filter((fault) => fault !== 'ok')
}
