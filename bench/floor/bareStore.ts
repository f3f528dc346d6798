import {DatabaseSync} from 'node:sqlite'

import type {NewsroomDocument} from '../newsroom/generateNewsroom.ts'

/** How much JSON the lake keeps parsed, in characters. */
const KEPT_BY_LAKE = 32_000_000

/** The least that a newsroom's pages and writes need of SQLite. */
export interface BareStore {
  /** Writes documents with their edges and words in one durable transaction. */
  write(documents: readonly NewsroomDocument[]): void
  articlePage(slug: string): object | null
  personPage(slug: string): object | null
  close(): void
}

/**
 * Opens a file with documents, edges as the lake keeps them, and words; durable as the lake is. It keeps
 * documents parsed as far as they have `room` characters of JSON together.
 */
export function openBareStore(file: string, room = KEPT_BY_LAKE): BareStore {
  const database = new DatabaseSync(file)
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000;
    CREATE TABLE IF NOT EXISTS documents (
      id TEXT PRIMARY KEY, type TEXT NOT NULL, slug TEXT, published TEXT, content TEXT NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS documents_by_slug ON documents (type, slug);
    CREATE TABLE IF NOT EXISTS edges (
      source TEXT NOT NULL, target TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (source, target)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS edges_by_target ON edges (target, type, source);
    CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, content = '', contentless_delete = 1);
  `)
  const put = database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)')
  const unlink = database.prepare('DELETE FROM edges WHERE source = ?')
  const link = database.prepare('INSERT OR IGNORE INTO edges VALUES (?, ?, ?)')
  const addWords = database.prepare('INSERT OR REPLACE INTO words (rowid, text) VALUES (?, ?)')
  const bySlug = database.prepare('SELECT id FROM documents WHERE type = ? AND slug = ?')
  const byId = database.prepare('SELECT content FROM documents WHERE id = ?')
  const targets = database.prepare('SELECT target FROM edges WHERE source = ? ORDER BY target')
  const referrers = database.prepare(
    `SELECT source FROM edges JOIN documents ON documents.id = source
     WHERE target = ? AND edges.type = 'article' ORDER BY published DESC, source LIMIT 50`,
  )

  const parsed = new Map<string, {document: NewsroomDocument; size: number}>()
  let taken = 0

  function get(id: string): NewsroomDocument {
    const known = parsed.get(id)
    if (known) {
      parsed.delete(id)
      parsed.set(id, known)
      return known.document
    }
    const content = String(byId.get(id)?.['content'])
    const document: NewsroomDocument = JSON.parse(content)
    parsed.set(id, {document, size: content.length})
    taken += content.length
    for (const [oldest, {size}] of parsed) {
      if (taken <= room) break
      parsed.delete(oldest)
      taken -= size
    }
    return document
  }

  function find(type: string, slug: string): NewsroomDocument | undefined {
    const row = bySlug.get(type, slug)
    return row && get(String(row['id']))
  }

  return {
    write: (documents) => {
      database.exec('BEGIN IMMEDIATE')
      for (const document of documents) {
        const {_id, _type} = document
        const texts: string[] = []
        const references: string[] = []
        const content = JSON.stringify(document, (key, value: unknown) => {
          if (key === '_ref' && typeof value === 'string') references.push(value)
          if (key === 'text' && typeof value === 'string') texts.push(value)
          return value
        })
        const slug = document['slug']?.current ?? null
        const row = put.run(_id, _type, slug, document['publishedAt'] ?? null, content)
        unlink.run(_id)
        for (const target of references) link.run(_id, target, _type)
        addWords.run(row.lastInsertRowid, texts.join(' '))
        parsed.delete(_id)
      }
      database.exec('COMMIT')
    },
    articlePage: (slug) => {
      const article = find('article', slug)
      if (!article) return null
      const mentions = targets.all(article._id).flatMap(({target}) => {
        const {_id, _type, name, slug: address} = get(String(target))
        return _type === 'poll' ? [] : [{_id, _type, name, slug: address}]
      })
      return {...article, mentions}
    },
    personPage: (slug) => {
      const person = find('person', slug)
      if (!person) return null
      const stories = referrers.all(person._id).map(({source}) => {
        const {_id, title, slug: address, publishedAt} = get(String(source))
        return {_id, title, slug: address, publishedAt}
      })
      return {...person, stories}
    },
    close: () => database.close(),
  }
}
