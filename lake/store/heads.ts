import type {SanityDocument} from '@sanity/client'

import {keepReferences} from '../query/seenReferences.ts'
import {edgesOf} from '../reference.ts'

/** Documents whose JSON is shorter are read whole, in characters. */
const LONGEST_WHOLE = 4_000
/** What of a document is longer is read only when it is asked for. */
const LONGEST_PART = 1_000

/** What is stored of a long document's head: JSON of the parts it lacks, its references, the rest. */
type Head = [apart: string[], references: string[], rest: SanityDocument]

/**
 * A document's JSON and that of its head: of a long document what is short, such as title and address,
 * so that lists and links need not read its text. `null` when there is nothing to leave out.
 */
export function textsOf(document: SanityDocument): {content: string; head: string | null} {
  const attributes = Object.entries(document)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = JSON.stringify(value)
      return {name, text, isApart: typeof value === 'object' && text.length > LONGEST_PART}
    })
  const content = objectOf(attributes)
  const apart = attributes.filter(({isApart}) => isApart)
  if (content.length < LONGEST_WHOLE || apart.length === 0 || '_ref' in document) {
    return {content, head: null}
  }
  const names = JSON.stringify(apart.map(({name}) => name))
  const targets = edgesOf(document).flatMap(({target, isSeen}) => (isSeen ? target : []))
  const rest = objectOf(
    attributes.map(({name, text, isApart}) => ({name, text: isApart ? 'null' : text})),
  )
  return {content, head: `[${names},${JSON.stringify(targets)},${rest}]`}
}

function objectOf(attributes: readonly {name: string; text: string}[]): string {
  return `{${attributes.map(({name, text}) => `${JSON.stringify(name)}:${text}`).join(',')}}`
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
