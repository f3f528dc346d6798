import type {DatabaseSync, StatementSync} from 'node:sqlite'

export type Statements = ReturnType<typeof prepareStatements>

/** Every question asked of a dataset's file, and every change made to it. */
export function prepareStatements(database: DatabaseSync) {
  return {
    count: database.prepare("SELECT count(*) AS n FROM documents WHERE instr(published, '.') = 0"),
    /** Asked for all at once: each by itself would take several times as long. */
    missing: database.prepare(
      `SELECT json_group_array(value) AS ids FROM json_each(?)
       WHERE value NOT IN (SELECT id FROM documents)`,
    ),
    get: database.prepare('SELECT id, rev, content FROM documents WHERE id = ?'),
    /** A long content lies beyond the row's page; it is not read where there is a head. */
    glance: database.prepare(
      'SELECT head, iif(head IS NULL, content, NULL) AS content FROM documents WHERE id = ?',
    ),
    /** In UTF-8, as it is stored. */
    content: database.prepare(
      'SELECT CAST(content AS BLOB) AS content FROM documents WHERE id = ? AND rev = ?',
    ),
    ids: database.prepare('SELECT id FROM documents ORDER BY id'),
    all: database.prepare('SELECT id, rev, content FROM documents ORDER BY id'),
    contents: database.prepare('SELECT id, type, content FROM documents ORDER BY id'),
    ofType: database.prepare('SELECT id, rev, content FROM documents WHERE type = ?'),
    versions: database.prepare(
      'SELECT id, rev, content FROM documents WHERE id > ? AND id < ? ORDER BY id',
    ),
    idsBelow: database.prepare(
      'SELECT id FROM documents WHERE published > ? AND published < ? ORDER BY id',
    ),
    group: database.prepare('SELECT id, rev, content FROM documents WHERE published = ?'),
    strongReferrers: database.prepare('SELECT source FROM edges WHERE target = ? AND kind & 4'),
    publicReferrer: database.prepare(
      "SELECT 1 FROM edges WHERE target = ? AND kind & 2 AND instr(source, '.') = 0 LIMIT 1",
    ),
    recordedIds: database.prepare(
      'SELECT DISTINCT document FROM changes WHERE document IN (?, ?) OR document GLOB ?',
    ),
    documentsRecorded: database.prepare('SELECT DISTINCT document FROM changes'),
    recordedVersions: database.prepare(
      'SELECT DISTINCT document FROM changes WHERE document > ? AND document < ?',
    ),
    changes: database.prepare(
      `SELECT document, mutations, id, transactions.seq AS seq, timestamp, author
       FROM changes JOIN transactions ON transactions.seq = changes.seq
       WHERE document IN (SELECT value FROM json_each(?)) ORDER BY transactions.seq, document`,
    ),
    recorded: database.prepare('SELECT digest, response FROM transactions WHERE id = ?'),
    log: database.prepare(
      'INSERT INTO transactions (id, timestamp, author, digest, response) VALUES (?, ?, ?, ?, ?)',
    ),
    change: database.prepare(
      'INSERT INTO changes (document, seq, previous_rev, mutations) VALUES (?, ?, ?, ?)',
    ),
    forget: database.prepare('DELETE FROM changes WHERE document = ?'),
    lastChange: database.prepare(
      'SELECT seq, mutations FROM changes WHERE document = ? ORDER BY seq DESC LIMIT 1',
    ),
    completeChange: database.prepare(
      'UPDATE changes SET mutations = ? WHERE document = ? AND seq = ?',
    ),
    /** The content in UTF-8. */
    put: database.prepare(
      `INSERT INTO documents (id, published, layer, type, rev, created, updated, head, content)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT)) ON CONFLICT (id) DO UPDATE SET
         published = excluded.published, layer = excluded.layer, type = excluded.type,
         rev = excluded.rev, created = excluded.created, updated = excluded.updated,
         head = excluded.head, content = excluded.content`,
    ),
    update: database.prepare(
      'UPDATE documents SET rev = ?, created = ?, updated = ?, head = ?, content = CAST(? AS TEXT) WHERE id = ?',
    ),
    dangling: database.prepare(
      'SELECT source, target FROM edges WHERE kind & 4 AND target NOT IN (SELECT id FROM documents) ORDER BY source, target',
    ),
    copyTo: database.prepare('VACUUM INTO ?'),
    remove: database.prepare('DELETE FROM documents WHERE id = ?'),
    unindex: database.prepare(
      'DELETE FROM indexed WHERE expression = ? AND type = ? AND value = ? AND document = ?',
    ),
    index: database.prepare(
      'INSERT OR IGNORE INTO indexed (expression, type, value, document) VALUES (?, ?, ?, ?)',
    ),
    forgetWords: database.prepare(
      'DELETE FROM words WHERE rowid = (SELECT number FROM documents WHERE id = ?)',
    ),
    /** Words of what is gone stay in the index until it is written anew. */
    rewriteWords: database.prepare("INSERT INTO words (words) VALUES ('optimize')"),
    /** A row by itself: for rows that are selected FTS5 writes down each time what it has collected. */
    addWords: database.prepare(
      'INSERT INTO words (rowid, text) VALUES ((SELECT number FROM documents WHERE id = ?), ?)',
    ),
  } satisfies Record<string, StatementSync>
}
