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

/** A document of which the long parts are not read yet. */
interface Unread {
  /** The document with `null` in the place of its long parts, and their names. */
  rest: SanityDocument
  apart: readonly string[]
  references: readonly string[]
  whole: () => SanityDocument
}

const unreadOf = new WeakMap<object, Unread>()

/**
 * A document of which the long parts are read when they are first asked for, from what `read`
 * returns: for whoever looks at it there is no difference.
 */
export function documentOfHead(head: string, read: () => SanityDocument): SanityDocument {
  const [apart, references, rest]: Head = JSON.parse(head)
  let known: SanityDocument | undefined
  return assembled({rest, apart, references, whole: () => (known ??= read())})
}

/** A copy of a document with other attributes; what is not read yet stays unread. */
export function changedCopy<Document extends object, Attributes extends object>(
  document: Document,
  attributes: Attributes,
): Document & Attributes {
  const unread = unreadOf.get(document)
  if (!unread) return {...document, ...attributes}
  // A copy may be copied again: what it was given stays with it.
  const apart = unread.apart.filter((name) => !Object.hasOwn(attributes, name))
  return assembled({...unread, apart, rest: {...unread.rest, ...attributes}})
}

function assembled(unread: Unread) {
  const document = Object.create(Object.prototype)
  for (const [name, value] of Object.entries(unread.rest)) {
    if (unread.apart.includes(name)) Object.defineProperty(document, name, partNamed(name))
    else document[name] = value
  }
  keepReferences(document, unread.references)
  unreadOf.set(document, unread)
  return document
}

/** One for each name, so that documents with the same attributes are of one shape to the engine. */
const parts = new Map<string, PropertyDescriptor>()

function partNamed(name: string): PropertyDescriptor {
  const known = parts.get(name)
  if (known) return known
  const part: PropertyDescriptor & ThisType<object> = {
    get() {
      return unreadOf.get(this)?.whole()[name]
    },
    enumerable: true,
    configurable: true,
  }
  parts.set(name, part)
  return part
}
