import {DatabaseSync} from 'node:sqlite'

import type {SanityDocument} from '@sanity/client'

import type {RecordedChange} from '../history/replay.ts'
import type {Transaction} from '../transaction.ts'
import {abridged, unabridged} from './abridged.ts'
import {deriveAgain} from './deriveAgain.ts'
import {openEdges, writeEdges} from './edges.ts'
import {faultsOf} from './faults.ts'
import {rememberIds} from './foundIds.ts'
import {openLookups, type FindIds, type FindLayered, type FrequencyOf} from './lookup.ts'
import {openReading} from './reading.ts'
import {openSequence, type Sequence} from './sequence.ts'
import {openSorted, type ReadSorted} from './sorted.ts'
import {prepareStatements} from './statements.ts'
import {createTables} from './tables.ts'
import {openTally, type Tally} from './tally.ts'
import {writeDocument} from './writeDocument.ts'

/**
 * Pages for a transaction of some hundred documents and the indexes it touches, in kibibytes; and a log
 * of 16 MB, so that few transactions have to carry its pages over.
 */
const ROOM = 'PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000'

/** What a transaction was answered with, kept so that a repeated one is answered alike. */
export interface RecordedTransaction {
  digest: string
  response: string
}

/** What is kept of a transaction that nobody can repeat: its id was not chosen by who asked for it. */
export const UNREPEATABLE: RecordedTransaction = {digest: '', response: ''}

/** One dataset on disk: documents, the edges between them and the log of what changed. */
export interface Store {
  /** Documents as somebody who edits them counts: dotted ids, which hold notes and memories, left out. */
  count(): number
  get(id: string): SanityDocument | undefined
  /** Which of some documents do not exist. */
  missing(ids: readonly string[]): string[]
  /**
   * The same document, the long parts of which are read when they are asked for; with its `_originalId`
   * if it is to be shown, as it is stored.
   */
  glance(id: string, isShown: boolean): SanityDocument | undefined
  all(): SanityDocument[]
  /** The stored JSON of each document that is wanted, by id; the state of one moment. */
  contents(wanted: (id: string, type: string) => boolean): string[]
  /** The ids of the documents that a lookup finds. */
  findIds: FindIds
  /** The published ids of what is drafted, or versioned, in some layers. */
  findLayered: FindLayered
  frequencyOf: FrequencyOf
  /** Documents of some types in the order of their ids or of a value. */
  sorted: ReadSorted
  /** How many documents of a type there are in each layer. */
  tallyOf: Tally['ofType']
  /** The documents of a type, drafts and versions included. */
  ofType(type: string): SanityDocument[]
  /** The versions in a release. */
  versions(release: string): SanityDocument[]
  /** The published document with its draft and versions. */
  group(publishedId: string): SanityDocument[]
  /** The ids of documents, drafts and versions whose published id begins with `root` and a dot. */
  idsBelow(root: string): string[]
  /** The ids under which something is recorded of a document: its own, its draft's and versions'. */
  recordedIds: (publishedId: string) => string[]
  /** The ids of all documents of which something is recorded. */
  documentsRecorded(): string[]
  /** The versions in a release of which something is recorded. */
  recordedVersions: (release: string) => string[]
  /** What was recorded of these documents, oldest first. */
  changes(ids: readonly string[]): RecordedChange[]
  /** Ids of the documents that refer to `target` and need it to exist. */
  strongReferrers(target: string): string[]
  /** Whether a published document that everybody may read refers to `target`. */
  isPublic(target: string): boolean
  recorded(transactionId: string): RecordedTransaction | undefined
  /** The order in which transactions were recorded. */
  readonly sequence: Pick<Sequence, 'last' | 'lastOf' | 'numberOf' | 'isWhole' | 'since'>
  /**
   * Writes all changes of a transaction and its log entry, or nothing. What was recorded of the
   * documents in `forget` before is removed with it.
   */
  write(transaction: Transaction, record: RecordedTransaction, forget: readonly string[]): void
  /**
   * Removes what was recorded of documents; those that exist start a new record as they are now. The
   * file is written anew, so that nothing of it is left on the disk.
   */
  forget(ids: readonly string[]): void
  /** What SQLite finds wrong with the file; `[]` when it is sound. */
  faults(): string[]
  /** Builds the indexes anew from the tables. */
  reindex(): void
  /**
   * What of the file does not follow from the documents' content, one sentence each; what can be
   * derived from it is written anew if `repair` says so.
   */
  differences(options: {repair: boolean}): string[]
  /** Strong references that lead nowhere. */
  dangling(): {source: string; target: string}[]
  /** Writes a copy, as it is now, to a new file. */
  copyTo(file: string): void
  close(): void
}

/** Opens a dataset's file, creating its tables when it is new. `:memory:` keeps it off the disk. */
export function openStore(file: string): Store {
  const database = new DatabaseSync(file)
  try {
    // A data directory belongs to one process: otherwise each read would lock the file by itself.
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    createTables(database, () => deriveAll(database))
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    database.exec(ROOM)
    // What is deleted is overwritten: a name that was erased must not survive in free pages.
    database.exec('PRAGMA secure_delete = ON')
  } catch (error) {
    database.close()
    throw error
  }
  const sequence = openSequence(database)
  const edges = openEdges(database, atomically)
  const sql = prepareStatements(database)
  const tally = openTally(database)
  const {load, get, glance, changed, forgetAll} = openReading(sql)
  const lookups = openLookups(database)
  const {findIds, forget: forgetIds} = rememberIds(lookups.findIds)

  /** What was recorded last of a document is completed by what is about to be replaced. */
  function completeLast(before: SanityDocument): void {
    const last = sql.lastChange.get(before._id)
    if (!last) return
    const recorded = String(last['mutations'])
    const complete = JSON.stringify(unabridged(JSON.parse(recorded), before))
    if (complete !== recorded) sql.completeChange.run(complete, before._id, Number(last['seq']))
  }

  function atomically(work: () => void): void {
    database.exec('BEGIN IMMEDIATE')
    try {
      work()
      database.exec('COMMIT')
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  /** The write-ahead log holds earlier states of pages; emptied, it no longer does. */
  function truncateLog(): void {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  return {
    count: () => Number(sql.count.get()?.['n']),
    get,
    missing: (ids) => {
      const missing: string[] = JSON.parse(String(sql.missing.get(JSON.stringify(ids))?.['ids']))
      return missing
    },
    glance,
    ...lookups,
    findIds,
    sorted: openSorted(database),
    tallyOf: (type) => tally.ofType(type),
    all: () => sql.all.all().map(load),
    contents: (wanted) => {
      const found: string[] = []
      for (const {id, type, content} of sql.contents.iterate()) {
        if (wanted(String(id), String(type))) found.push(String(content))
      }
      return found
    },
    ofType: (type) => sql.ofType.all(type).map(load),
    versions: (release) =>
      sql.versions.all(`versions.${release}.`, `versions.${release}/`).map(load),
    group: (publishedId) => sql.group.all(publishedId).map(load),
    idsBelow: (root) => sql.idsBelow.all(`${root}.`, `${root}/`).map((row) => String(row['id'])),
    recordedIds: (publishedId) =>
      sql.recordedIds
        .all(publishedId, `drafts.${publishedId}`, `versions.*.${publishedId}`)
        .map((row) => String(row['document'])),
    documentsRecorded: () => sql.documentsRecorded.all().map((row) => String(row['document'])),
    recordedVersions: (release) =>
      sql.recordedVersions
        .all(`versions.${release}.`, `versions.${release}/`)
        .map((row) => String(row['document'])),
    changes: (ids) => {
      const changes = sql.changes.all(JSON.stringify(ids)).map((row): RecordedChange => ({
        documentId: String(row['document']),
        transactionId: String(row['id']),
        sequence: Number(row['seq']),
        timestamp: String(row['timestamp']),
        author: String(row['author']),
        mutations: JSON.parse(String(row['mutations'])),
      }))
      for (const [id, last] of new Map(changes.map((change) => [change.documentId, change]))) {
        last.mutations = unabridged(last.mutations, get(id))
      }
      return changes
    },
    strongReferrers: (target) =>
      sql.strongReferrers.all(target).map((row) => String(row['source'])),
    isPublic: (target) => sql.publicReferrer.get(target) !== undefined,
    sequence,
    recorded: (transactionId) => {
      const row = sql.recorded.get(transactionId)
      return row && {digest: String(row['digest']), response: String(row['response'])}
    },
    write: (transaction, record, forget) => {
      const sizes = new Map<string, number>()
      atomically(() => {
        const {id, timestamp, author} = transaction
        const {digest, response} = record
        const seq = Number(sql.log.run(id, timestamp, author, digest, response).lastInsertRowid)
        const links = edges.within(seq, transaction.changes.length)
        for (const {documentId, before, after, mutations} of transaction.changes) {
          if (before) completeLast(before)
          const recorded = JSON.stringify(abridged(mutations))
          sql.change.run(documentId, seq, before?._rev ?? null, recorded)
          sizes.set(documentId, writeDocument(sql, links, documentId, before, after))
        }
        edges.settleMany()
        if (forget.length > 0) edges.settle()
        for (const documentId of forget) sql.forget.run(documentId)
        if (forget.length > 0) {
          sequence.forgetBefore()
          sql.rewriteWords.run()
        }
      })
      tally.update(transaction.changes)
      forgetIds()
      for (const change of transaction.changes) {
        changed(change, sizes.get(change.documentId) ?? 0)
      }
      if (forget.length > 0) truncateLog()
    },
    forget: (ids) => {
      atomically(() => {
        edges.settle()
        for (const id of ids) {
          const last = sql.lastChange.get(id)?.['seq'] ?? null
          sql.forget.run(id)
          const row = sql.get.get(id)
          if (row === undefined || last === null) continue
          const recorded = JSON.stringify(abridged([{createOrReplace: load(row)}]))
          sql.change.run(id, last, null, recorded)
        }
        if (ids.length > 0) {
          sequence.forgetBefore()
          sql.rewriteWords.run()
        }
      })
      // What a page held before can stand between its cells, where nothing overwrites it.
      database.exec('VACUUM')
      truncateLog()
    },
    faults: () => faultsOf(database),
    reindex: () => database.exec('REINDEX'),
    differences: ({repair}) => {
      atomically(edges.settle)
      return deriveAgain(database, {repair}, () => {
        deriveAll(database)
        forgetAll()
        forgetIds()
        tally.forget()
      })
    },
    dangling: () =>
      sql.dangling.all().map((row) => ({
        source: String(row['source']),
        target: String(row['target']),
      })),
    copyTo: (file) => {
      sql.copyTo.run(file)
    },
    close: () => {
      edges.close()
      database.close()
    },
  }
}

/** Writes all that follows from the documents' content. */
function deriveAll(database: DatabaseSync): void {
  const sql = prepareStatements(database)
  const edges = writeEdges(database)
  for (const {id} of sql.ids.all()) {
    const content = sql.get.get(String(id))?.['content']
    writeDocument(sql, edges, String(id), undefined, JSON.parse(String(content)))
  }
}
