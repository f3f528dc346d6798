import type {SanityDocument} from '@sanity/client'

/** Documents that are read again and again, parsed; nobody changes them. */
export interface Parsed {
  get(id: string): SanityDocument | undefined
  /** `size` is the length of the document's JSON. */
  keep(document: SanityDocument, size: number): void
  /** Keeps a document that was read, if it was read before lately. */
  offer(document: SanityDocument, size: number): void
  forget(id: string): void
  forgetAll(): void
}

/** A document, or the trace of one that was read once. */
interface Entry {
  document: SanityDocument | undefined
  size: number
}

/** What a trace counts for. */
const TRACE = 500

/**
 * Keeps documents whose JSON has at most `room` together. What is read once leaves a trace only: a walk
 * through an archive neither costs memory nor takes away what everybody reads. Whatever was not asked
 * for while half the room was filled makes way.
 */
export function openParsed(room: number): Parsed {
  let recent = new Map<string, Entry>()
  let older = new Map<string, Entry>()
  let taken = 0

  function add(id: string, entry: Entry): void {
    taken += entry.size - (recent.get(id)?.size ?? 0)
    recent.set(id, entry)
    if (taken <= room / 2) return
    older = recent
    recent = new Map()
    taken = 0
  }

  function forget(id: string): void {
    taken -= recent.get(id)?.size ?? 0
    recent.delete(id)
    older.delete(id)
  }

  return {
    get: (id) => {
      const entry = recent.get(id)
      if (entry) return entry.document
      const before = older.get(id)
      if (before?.document) add(id, before)
      return before?.document
    },
    keep: (document, size) => add(document._id, {document, size}),
    offer: (document, size) => {
      const {_id} = document
      const wasRead = recent.has(_id) || older.has(_id)
      add(_id, wasRead ? {document, size} : {document: undefined, size: TRACE})
    },
    forget,
    forgetAll: () => {
      recent = new Map()
      older = new Map()
      taken = 0
    },
  }
}
