import type {SanityDocument} from '@sanity/client'

import {applyMutation} from '../applyMutation.ts'
import type {DocumentMutation} from '../mutation.ts'

/** One line of the log: what one transaction did to one document. */
export interface RecordedChange {
  documentId: string
  transactionId: string
  /** Orders transactions: a later one has a higher number. */
  sequence: number
  timestamp: string
  author: string
  mutations: DocumentMutation[]
}

/** A recorded change with the document before and after it. */
export interface Step extends RecordedChange {
  before: SanityDocument | undefined
  after: SanityDocument | undefined
}

/** Plays recorded changes again, oldest first, to know what each of them found and left. */
export function replay(changes: readonly RecordedChange[]): Step[] {
  const states = new Map<string, SanityDocument | undefined>()
  return changes.map((change) => {
    const {documentId, transactionId: id, timestamp, mutations} = change
    const before = states.get(documentId)
    const after = mutations.reduce<SanityDocument | undefined>(
      (document, mutation) =>
        applyMutation(document, mutation, {id, timestamp, verbatim: isVerbatim(mutation)}),
      before,
    )
    states.set(documentId, after)
    return {...change, before, after}
  })
}

/** Only what was put back as it was is recorded with a revision. */
function isVerbatim(mutation: DocumentMutation): boolean {
  return 'createOrReplace' in mutation && '_rev' in mutation.createOrReplace
}
