import type {DatabaseSync} from 'node:sqlite'

/** Raised when the tables change; a file with a higher number was written by a newer version. */
const STORE_FORMAT = 5

/** What is recorded of changes. */
const LOG = `
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

/** Documents as JSON, and columns with what follows from it: of a long one also the head. */
const DOCUMENTS = `
  CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    published TEXT NOT NULL,
    layer TEXT NOT NULL,
    type TEXT NOT NULL,
    rev TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    head TEXT,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX documents_by_type ON documents (type, id);
  CREATE INDEX documents_by_published ON documents (published);
  CREATE INDEX documents_by_layer ON documents (layer, published) WHERE layer <> 'published';
`

/** Makes the table of edges in a database, by its name in the connection. */
export function edgesTable(name: string): string {
  return `CREATE TABLE ${name}.edges (
    target TEXT NOT NULL,
    type TEXT NOT NULL,
    source TEXT NOT NULL,
    kind INTEGER NOT NULL,
    PRIMARY KEY (target, type, source)
  ) STRICT, WITHOUT ROWID;`
}

/**
 * What else follows from documents: the edges that lead from them, the values of the expressions that
 * are indexed, and their words. Rows are found by what is looked for alone: those of a document that
 * is replaced are known from it.
 */
const DERIVED = `
  ${edgesTable('main')}
  CREATE TABLE indexed (
    expression INTEGER NOT NULL,
    type TEXT NOT NULL,
    value ANY NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (expression, type, value, document)
  ) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
  );
`

/** Writes the documents anew, and all that follows from them. */
const AGAIN = `
  ALTER TABLE documents RENAME TO documents_before;
  DROP INDEX documents_by_type;
  DROP INDEX documents_by_published;
  DROP TABLE edges;
  ${DOCUMENTS} ${DERIVED}
  INSERT INTO documents (id, published, layer, type, rev, created, updated, content)
    SELECT id, published, layer, type, rev, created, updated, content
    FROM documents_before ORDER BY id;
  DROP TABLE documents_before;
`

/** What format 1 had not. */
const LATER = 'DROP INDEX documents_by_layer; DROP TABLE indexed; DROP TABLE words;'

/**
 * What leads from each earlier format to this one. Format 1 had neither numbers, indexed values nor
 * words, format 2 no heads, fewer values and rows that were found by their document, too, format 3 no
 * values of lists, and heads that did not say where the parts they lack are; those of format 4 counted
 * characters instead of bytes.
 */
const UPGRADES: Record<number, string> = {
  0: `${LOG} ${DOCUMENTS} ${DERIVED}`,
  1: AGAIN,
  2: `${LATER} ${AGAIN}`,
  3: `${LATER} ${AGAIN}`,
  4: `${LATER} ${AGAIN}`,
}

/**
 * Makes the tables of a new file, or brings an older one up to date: then `derive` is called to fill
 * what follows from the documents. Throws when the file is of a format that is not known yet.
 */
export function createTables(database: DatabaseSync, derive: () => void): void {
  const format = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  if (format > STORE_FORMAT) {
    throw new Error(
      `a newer version of storygraph wrote it (format ${format}, this one reads ${STORE_FORMAT})`,
    )
  }
  if (format === STORE_FORMAT) return
  database.exec('BEGIN IMMEDIATE')
  try {
    database.exec(UPGRADES[format] ?? '')
    if (format > 0) derive()
    database.exec(`PRAGMA user_version = ${STORE_FORMAT}; COMMIT`)
    // What was written anew left as much room free again.
    if (format > 0) database.exec('VACUUM')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
