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

/**
 * Keeps documents whose JSON has at most `room` together. What is read once leaves a trace only: a walk
 * through an archive neither costs memory nor takes away what everybody reads. There is a trace of as
 * many documents as there is room for, since what is read less often than that would be gone before it
 * is read again.
 */
export function openParsed(room: number): Parsed {
  const documents = openAging<SanityDocument>(room)
  const traces = openAging<true>(room)

  return {
    get: (id) => documents.get(id),
    keep: (document, size) => documents.add(document._id, document, size),
    offer: (document, size) => {
      const {_id} = document
      if (traces.get(_id)) documents.add(_id, document, size)
      else traces.add(_id, true, size)
    },
    forget: (id) => {
      documents.forget(id)
      traces.forget(id)
    },
    forgetAll: () => {
      documents.forgetAll()
      traces.forgetAll()
    },
  }
}

interface Entry<T> {
  value: T
  size: number
}

/** Values of at most `room` together; what was not asked for while half of it was filled makes way. */
function openAging<T>(room: number) {
  let recent = new Map<string, Entry<T>>()
  let older = new Map<string, Entry<T>>()
  let taken = 0

  function put(id: string, entry: Entry<T>): void {
    taken += entry.size - (recent.get(id)?.size ?? 0)
    recent.set(id, entry)
    if (taken <= room / 2) return
    older = recent
    recent = new Map()
    taken = 0
  }

  return {
    get: (id: string): T | undefined => {
      const entry = recent.get(id)
      if (entry) return entry.value
      const before = older.get(id)
      if (before) put(id, before)
      return before?.value
    },
    add: (id: string, value: T, size: number) => put(id, {value, size}),
    forget: (id: string) => {
      taken -= recent.get(id)?.size ?? 0
      recent.delete(id)
      older.delete(id)
    },
    forgetAll: () => {
      recent = new Map()
      older = new Map()
      taken = 0
    },
  }
}
