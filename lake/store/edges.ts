import type {DatabaseSync} from 'node:sqlite'

import type {SanityDocument} from '@sanity/client'

import {edgesOf} from '../reference.ts'
import {edgesTable} from './tables.ts'

/** An edge that `references()` finds. */
const SEEN = 1
/** A reference within the dataset, which is the document's own. */
const OWN = 2
/** Its target has to exist. */
const STRONG = 4

/**
 * The transaction from which on edges of documents may be missing in their table, if there is one: a
 * later table, as that of the horizon.
 */
const UNSETTLED_TABLE = 'CREATE TABLE IF NOT EXISTS unsettled (seq INTEGER NOT NULL) STRICT'

/** Edges that wait, in memory: whoever reads `edges` reads these, too. */
const WAITING = `
  ATTACH ':memory:' AS waiting;
  ${edgesTable('waiting')}
  CREATE TEMP VIEW edges (target, type, source, kind) AS
    SELECT target, type, source, kind FROM main.edges
    UNION ALL SELECT target, type, source, kind FROM waiting.edges;
`

/** A transaction of so many documents comes from an import. */
const MANY_DOCUMENTS = 10
/** So many edges wait at most: several for each page of a large archive's. */
const MANY_EDGES = 32_000
/** So long after the last of an import what waits is written, in milliseconds. */
const REST = 1_000

/** Changes edges, one at a time. */
export interface EdgeWriter {
  link: (target: string, type: string, source: string, kind: number) => void
  unlink: (target: string, type: string, source: string) => void
}

/**
 * The edges in a dataset's file. They lie there by their targets: a hundred new documents would each
 * change as many pages as they have edges. Those of an import wait in memory until there are several
 * for a page. They follow from documents that are on the disk, so after a crash they are found there.
 */
export interface Edges {
  /** The way to change edges in a transaction by its number and how many documents it changes. */
  within(sequence: number, documents: number): EdgeWriter
  /** Writes the edges that wait, as part of a transaction. */
  settle: () => void
  /** The same if there are many by now. */
  settleMany(): void
  /** Writes what waits, if it can, in a transaction of its own: nothing is written later. */
  close(): void
}

/** `atomically` runs what it is given as a transaction. */
export function openEdges(database: DatabaseSync, atomically: (work: () => void) => void): Edges {
  database.exec(UNSETTLED_TABLE)
  database.exec(WAITING)
  const direct = writeEdges(database)
  const inMemory = writeEdges(database, 'waiting')
  const note = database.prepare(
    'INSERT INTO unsettled SELECT ? WHERE NOT EXISTS (SELECT * FROM unsettled)',
  )
  const count = database.prepare('SELECT count(*) AS n FROM waiting.edges')
  const carryOver = database.prepare(
    'INSERT OR REPLACE INTO main.edges SELECT * FROM waiting.edges',
  )
  const empty = database.prepare('DELETE FROM waiting.edges')
  const noted = database.prepare('DELETE FROM unsettled')
  let timer: NodeJS.Timeout | undefined
  let mayWait = findAgain(database)

  function unlink(target: string, type: string, source: string): void {
    direct.unlink(target, type, source)
    if (mayWait) inMemory.unlink(target, type, source)
  }

  function settle(): void {
    carryOver.run()
    empty.run()
    noted.run()
  }

  /** Where there is no room on the disk, they go on waiting. */
  function settleAlone(): void {
    try {
      if (mayWait) atomically(settle)
      mayWait = false
    } catch {}
  }

  function settleLater(): void {
    clearTimeout(timer)
    timer = setTimeout(settleAlone, REST).unref()
  }

  if (mayWait) settleLater()

  return {
    within: (sequence, documents) => {
      if (documents < MANY_DOCUMENTS) return {link: direct.link, unlink}
      note.run(sequence)
      mayWait = true
      settleLater()
      return {link: inMemory.link, unlink}
    },
    settle,
    settleMany: () => {
      if (mayWait && Number(count.get()?.['n']) >= MANY_EDGES) settle()
    },
    close: () => {
      clearTimeout(timer)
      settleAlone()
    },
  }
}

/** Changes the edges of a file, or of another database. */
export function writeEdges(database: DatabaseSync, name = 'main'): EdgeWriter {
  const insert = database.prepare(
    `INSERT OR REPLACE INTO ${name}.edges (target, type, source, kind) VALUES (?, ?, ?, ?)`,
  )
  const remove = database.prepare(
    `DELETE FROM ${name}.edges WHERE target = ? AND type = ? AND source = ?`,
  )
  return {
    link: (target, type, source, kind) => void insert.run(target, type, source, kind),
    unlink: (target, type, source) => void remove.run(target, type, source),
  }
}

/** Edges that waited when a lake was killed go on waiting. */
function findAgain(database: DatabaseSync): boolean {
  const since = database.prepare('SELECT min(seq) AS seq FROM unsettled').get()?.['seq']
  if (typeof since !== 'number') return false
  const contents = database.prepare(
    'SELECT content FROM documents WHERE id IN (SELECT document FROM changes WHERE seq >= ?)',
  )
  const add = database.prepare(
    `INSERT INTO waiting.edges (target, type, source, kind) SELECT ?1, ?2, ?3, ?4
     WHERE NOT EXISTS (
       SELECT * FROM main.edges WHERE target = ?1 AND type = ?2 AND source = ?3
     )`,
  )
  for (const {content} of contents.iterate(since)) {
    const document: SanityDocument = JSON.parse(String(content))
    for (const [target, kind] of kindsOf(document)) {
      add.run(target, document._type, document._id, kind)
    }
  }
  return true
}

type State = SanityDocument | undefined

/** Changes the edges of a document; `before` and `after` are of one type. */
export function relink(edges: EdgeWriter, before: State, after: State): void {
  const [was, is] = [kindsOf(before), kindsOf(after)]
  for (const [target, kind] of was) {
    if (before && is.get(target) !== kind) edges.unlink(target, before._type, before._id)
  }
  for (const [target, kind] of is) {
    if (after && was.get(target) !== kind) edges.link(target, after._type, after._id, kind)
  }
}

/** The targets of a document's references, and of what kind each edge is. */
function kindsOf(document: State): Map<string, number> {
  const edges = document ? edgesOf(document) : []
  return new Map(
    edges.map(({target, isSeen, isOwn, isStrong}) => [
      target,
      (isSeen ? SEEN : 0) | (isOwn ? OWN : 0) | (isStrong ? STRONG : 0),
    ]),
  )
}
