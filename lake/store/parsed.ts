import type {SanityDocument} from '@sanity/client'

/** Documents that were read lately, parsed; nobody changes them. */
export interface Parsed {
  get(id: string): SanityDocument | undefined
  /** `size` is the length of the document's JSON. */
  keep(document: SanityDocument, size: number): void
  forget(id: string): void
  forgetAll(): void
}

/** Keeps documents whose JSON has `room` together; those that were not asked for longest make way. */
export function openParsed(room: number): Parsed {
  const entries = new Map<string, {document: SanityDocument; size: number}>()
  let taken = 0

  function forget(id: string): void {
    taken -= entries.get(id)?.size ?? 0
    entries.delete(id)
  }

  return {
    get: (id) => {
      const entry = entries.get(id)
      if (!entry) return undefined
      entries.delete(id)
      entries.set(id, entry)
      return entry.document
    },
    keep: (document, size) => {
      forget(document._id)
      entries.set(document._id, {document, size})
      taken += size
      for (const id of entries.keys()) {
        if (taken <= room) break
        forget(id)
      }
    },
    forget,
    forgetAll: () => {
      entries.clear()
      taken = 0
    },
  }
}
