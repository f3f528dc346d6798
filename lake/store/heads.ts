import type {SanityDocument} from '@sanity/client'

import {keepReferences, seeReferences} from '../query/seenReferences.ts'

/** Documents whose JSON is shorter are read whole, in characters. */
const LONGEST_WHOLE = 4_000
/** What of a document is longer is read only when it is asked for. */
const LONGEST_PART = 1_000

/** What is stored of a long document's head: JSON of the parts it lacks, its references, the rest. */
type Head = [apart: string[], references: string[], rest: SanityDocument]

/**
 * The JSON of a document's head: of a long document what is short, such as title and address, so that
 * lists and links need not read its text. `null` when there is nothing to leave out.
 */
export function headOf(document: SanityDocument, content: string): string | null {
  if (content.length < LONGEST_WHOLE || '_ref' in document) return null
  const apart = Object.keys(document).filter(
    (name) =>
      typeof document[name] === 'object' && JSON.stringify(document[name]).length > LONGEST_PART,
  )
  if (apart.length === 0) return null
  const references = new Set<string>()
  seeReferences(document, (target) => references.add(target))
  const rest = {...document, ...Object.fromEntries(apart.map((name) => [name, null]))}
  return JSON.stringify([apart, [...references], rest] satisfies Head)
}

/**
 * A document of which the long parts are read when they are first asked for, from what `whole`
 * returns: for whoever looks at it there is no difference.
 */
export function documentOfHead(head: string, whole: () => SanityDocument): SanityDocument {
  const [apart, references, document]: Head = JSON.parse(head)
  for (const name of apart) {
    Object.defineProperty(document, name, {
      get: () => whole()[name],
      enumerable: true,
      configurable: true,
    })
  }
  keepReferences(document, references)
  partial.set(document, references)
  return document
}

const partial = new WeakMap<object, readonly string[]>()

/** A copy of a document with other attributes; what is not read yet stays unread. */
export function changedCopy<Document extends object, Attributes extends object>(
  document: Document,
  attributes: Attributes,
): Document & Attributes {
  const references = partial.get(document)
  if (!references) return {...document, ...attributes}
  const descriptors = Object.getOwnPropertyDescriptors(document)
  const copy: Document = Object.create(Object.prototype, descriptors)
  keepReferences(copy, references)
  return Object.assign(copy, attributes)
}
