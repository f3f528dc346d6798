import type {SanityDocument} from '@sanity/client'

import type {Change} from '../transaction.ts'
import {documentOfHead, type Source} from './heads.ts'
import {openParsed} from './parsed.ts'
import type {Statements} from './statements.ts'

/**
 * How much JSON text is kept parsed, in characters; what is beyond is parsed when it is read. Of documents
 * as a whole, and of those of which the head was enough, or that are no longer than one: as they are
 * shown to the public, and as they are stored.
 */
const MOST_WHOLE = 14_000_000
const MOST_SHOWN = 14_000_000
const MOST_GLANCED = 4_000_000

/** Documents as they are read from a dataset's file, or found in memory. */
export interface Reading {
  /** The document of a row that holds its content. */
  load: (row: Record<string, unknown>) => SanityDocument
  get: (id: string) => SanityDocument | undefined
  /** As the `Store` has it. */
  glance: (id: string, isShown: boolean) => SanityDocument | undefined
  /** Takes notice of a change that was stored; `size` is the length of the new JSON. */
  changed: (change: Change, size: number) => void
  forgetAll: () => void
}

const decoder = new TextDecoder()

export function openReading(sql: Statements): Reading {
  const parsed = openParsed(MOST_WHOLE)
  const glanced = openParsed(MOST_GLANCED)
  /** Those with their `_originalId`: to copy each for it takes as long as to read it. */
  const shown = openParsed(MOST_SHOWN)
  /** What an answer in the making may still have to read of documents that were glanced at. */
  const replaced = new Map<string, SanityDocument>()

  function load(row: Record<string, unknown>): SanityDocument {
    const known = parsed.get(String(row['id']))
    if (known && known._rev === row['rev']) return known
    const content = String(row['content'])
    const document: SanityDocument = JSON.parse(content)
    parsed.offer(document, content.length)
    return document
  }

  function get(id: string): SanityDocument | undefined {
    const known = parsed.get(id)
    if (known) return known
    const row = sql.get.get(id)
    return row && load(row)
  }

  function glance(id: string, isShown: boolean): SanityDocument | undefined {
    const cache = isShown ? shown : glanced
    const known = cache.get(id)
    if (known) return known
    const row = sql.glance.get(id)
    if (!row) return undefined
    const text = String(row['head'] ?? row['content'])
    const more = isShown ? {_originalId: id} : {}
    const document: SanityDocument =
      row['head'] === null
        ? Object.assign(JSON.parse(text), more)
        : documentOfHead(text, more, source)
    cache.offer(document, text.length)
    return document
  }

  /** Whoever looks into a long part often answers with it, too: it is not read again for that. */
  let last: {id: string; revision: string; bytes: Uint8Array} | undefined

  function contentOf(id: string, revision: string): Uint8Array | undefined {
    if (last?.id === id && last.revision === revision) return last.bytes
    const bytes = sql.content.get(id, revision)?.['content']
    if (!(bytes instanceof Uint8Array)) return undefined
    last = {id, revision, bytes}
    return bytes
  }

  const source: Source = {
    whole: (id, revision) => {
      const known = replaced.get(stateOf(id, revision)) ?? parsed.get(id)
      if (known?._rev === revision) return known
      const bytes = contentOf(id, revision)
      if (!bytes) throw new Error(`"${id}" was changed while it was read.`)
      const document: SanityDocument = JSON.parse(decoder.decode(bytes))
      parsed.offer(document, bytes.length)
      return document
    },
    content: contentOf,
  }

  /** An answer is written in the turn of the event loop in which it was asked for. */
  function keepForThisTurn(document: SanityDocument): void {
    if (replaced.size === 0) setImmediate(() => replaced.clear())
    replaced.set(stateOf(document._id, document._rev), document)
  }

  return {
    load,
    get,
    glance,
    changed: ({documentId, before, after}, size) => {
      if (before) keepForThisTurn(before)
      last = undefined
      glanced.forget(documentId)
      shown.forget(documentId)
      // Who edits a document goes on doing so; what comes in may not be read for long.
      if (before && after) parsed.keep(after, size)
      else parsed.forget(documentId)
    },
    forgetAll: () => {
      last = undefined
      parsed.forgetAll()
      glanced.forgetAll()
      shown.forgetAll()
    },
  }
}

function stateOf(id: string, revision: string): string {
  return `${id} ${revision}`
}
