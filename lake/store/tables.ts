import type {DatabaseSync} from 'node:sqlite'

/** Raised when the tables change; a file with a higher number was written by a newer version. */
const STORE_FORMAT = 1

const TABLES = `
  CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    published TEXT NOT NULL,
    layer TEXT NOT NULL,
    type TEXT NOT NULL,
    rev TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX documents_by_type ON documents (type, updated DESC);
  CREATE INDEX documents_by_published ON documents (published);

  CREATE TABLE edges (
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    strong INTEGER NOT NULL,
    PRIMARY KEY (source, target)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX edges_by_target ON edges (target, source);

  CREATE TABLE transactions (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    timestamp TEXT NOT NULL,
    author TEXT NOT NULL,
    digest TEXT NOT NULL,
    response TEXT NOT NULL
  ) STRICT;
  CREATE TABLE changes (
    document TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES transactions,
    previous_rev TEXT,
    mutations TEXT NOT NULL,
    PRIMARY KEY (document, seq)
  ) STRICT, WITHOUT ROWID;
`

/** Makes the tables of a new file; throws when the file is of a format that is not known yet. */
export function createTables(database: DatabaseSync): void {
  const format = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  if (format > STORE_FORMAT) {
    throw new Error(
      `a newer version of storygraph wrote it (format ${format}, this one reads ${STORE_FORMAT})`,
    )
  }
  if (format === 0) {
    database.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${STORE_FORMAT}; COMMIT`)
  }
}
