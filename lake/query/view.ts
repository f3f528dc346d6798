import type {SanityDocument} from '@sanity/client'

import type {IndexedValue} from '../store/indexedExpressions.ts'
import type {Lookup} from '../store/lookup.ts'
import type {Sorting} from '../store/sorted.ts'

/** The documents that a query runs over. */
export interface View {
  /** All of them, in the order of their ids. */
  all(): readonly SanityDocument[]
  /** The document that a reference leads to. */
  find(id: string): SanityDocument | undefined
  /**
   * At least those of all documents that a lookup describes, in the order of their ids. Without it
   * every query looks at all documents.
   */
  select?(lookup: Lookup): readonly SanityDocument[]
  /** Whether these are all that it selects. */
  isExact?: boolean
  /** How many a lookup describes; `undefined` when that is not known without looking at them. */
  count?(lookup: Lookup): number | undefined
  /** Documents as they are asked for; `undefined` when it is better to select them, or the only way. */
  sorted?(sorting: Sorting): Iterable<SortedDocument> | undefined
}

/** A document in a sorting. */
export interface SortedDocument {
  document: SanityDocument
  value: IndexedValue
  /** Whether documents of the same value come in the order of their ids. */
  isOnlyId: boolean
}
