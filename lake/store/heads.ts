import type {SanityDocument} from '@sanity/client'

import {edgesOf} from '../reference.ts'
import {isRecord} from '../visitObjects.ts'
import {addText, beginBytes, finishedBytes, piecesOf} from './jsonBytes.ts'

/** Documents whose JSON is shorter are read whole, in characters. */
const LONGEST_WHOLE = 4_000
/** What of a document is longer is read only when it is asked for. */
const LONGEST_PART = 1_000

/** Where the parts that a head lacks begin and end in the document's JSON, in bytes. */
type Apart = Record<string, [begin: number, end: number]>

/** What is stored of a long document's head: the parts it lacks, its references, the rest. */
type Head = [apart: Apart, references: string, rest: SanityDocument]

/** Stands between the ids of references: they are seldom asked for, and one string is soon read. */
const BETWEEN = '\n'

/**
 * A document's JSON, until the next is made, and that of its head: of a long document what is short,
 * such as title and address, so that lists and links need not read its text. `null` when there is nothing
 * to leave out.
 */
export function textsOf(document: SanityDocument): {content: Uint8Array; head: string | null} {
  const apart: Apart = {}
  let length = 1
  let rest = ''
  beginBytes()
  for (const [name, value] of Object.entries(document)) {
    if (value === undefined) continue
    const pieces = piecesOf(value)
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
    const before = `${length === 1 ? '{' : ','}${JSON.stringify(name)}:`
    const begin = addText(before)
    let end = begin
    for (const piece of pieces) end = addText(piece)
    const isApart = typeof value === 'object' && size > LONGEST_PART
    if (isApart) apart[name] = [begin, end]
    length += before.length + size
    rest += before + (isApart ? 'null' : pieces.join(''))
  }
  addText('}')
  const content = finishedBytes()
  if (length < LONGEST_WHOLE || Object.keys(apart).length === 0 || '_ref' in document) {
    return {content, head: null}
  }
  const targets = edgesOf(document).flatMap(({target, isSeen}) => (isSeen ? target : []))
  if (targets.some((target) => target.includes(BETWEEN))) return {content, head: null}
  const references = JSON.stringify(targets.join(BETWEEN))
  return {content, head: `[${JSON.stringify(apart)},${references},${rest}}]`}
}

/** From where the rest of documents comes of which only the head was read. */
export interface Source {
  whole: (id: string, revision: string) => SanityDocument
  /** The JSON as it is stored, in UTF-8; `undefined` when something else is stored by now. */
  content: (id: string, revision: string) => Uint8Array | undefined
}

/** What is known of a document of which the long parts are not read yet. */
interface Unread {
  source: Source
  /** As it is stored. */
  id: string
  revision: string
  apart: Apart
  references: string
  /** The whole, for the turn of the event loop in which it was read. */
  known: SanityDocument | undefined
}

/** Where a document holds it unseen; in a `WeakMap` it would be a burden to the garbage collector. */
const UNREAD = Symbol('unread')

function unreadOf(document: {[UNREAD]?: Unread}): Unread | undefined {
  return document[UNREAD]
}

/** What `references()` finds in a document of which the long parts are not read yet. */
export function referencesOfHead(document: object): readonly string[] | undefined {
  return unreadOf(document)?.references.split(BETWEEN)
}

/** Long parts that were read, and where each of them is stored. */
const storedAs = new WeakMap<object, {unread: Unread; name: string}>()

/**
 * A document of which the long parts are read when they are first asked for, from `source`, with
 * `more` attributes: for whoever looks at it there is no difference.
 */
export function documentOfHead(head: string, more: object, source: Source): SanityDocument {
  const [apart, references, rest]: Head = JSON.parse(head)
  const {_id: id, _rev: revision} = rest
  return assembled(rest, more, {source, id, revision, apart, references, known: undefined})
}

/** A copy of a document with other attributes; what is not read yet stays unread. */
export function changedCopy<Document extends object, Attributes extends object>(
  document: Document,
  attributes: Attributes,
): Document & Attributes {
  const unread = unreadOf(document)
  if (!unread || Object.keys(attributes).some((name) => Object.hasOwn(unread.apart, name))) {
    return {...document, ...attributes}
  }
  return assembled(document, attributes, unread)
}

/** Whether attributes of an object are long parts of a stored document, as they are. */
export function hasStoredParts(holder: object): boolean {
  return (
    unreadOf(holder) !== undefined || Object.values(holder).some((value) => storedAs.has(value))
  )
}

/**
 * The JSON of those attributes of an object that are long parts of a stored document, as it is stored,
 * so that it need not be made, nor even be read: its bytes are those of the answer.
 */
export function storedParts(holder: object): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  const contents = new Map<Unread, Uint8Array | undefined>()
  const own = unreadOf(holder)
  for (const as of Object.keys(own ? own.apart : holder)) {
    const {unread, name} = own
      ? {unread: own, name: as}
      : (storedAs.get(Reflect.get(holder, as)) ?? {})
    const place = name === undefined ? undefined : unread?.apart[name]
    if (!unread || !place) continue
    if (!contents.has(unread))
      contents.set(unread, unread.source.content(unread.id, unread.revision))
    const bytes = contents.get(unread)?.subarray(...place)
    if (bytes) found.set(as, bytes)
  }
  return found
}

/** The attributes of one object, long parts apart, and those of another. */
function assembled(head: object, more: object, unread: Unread) {
  const document = Object.create(Object.prototype)
  for (const name in head) {
    if (Object.hasOwn(unread.apart, name)) Object.defineProperty(document, name, partNamed(name))
    else document[name] = Reflect.get(head, name)
  }
  return Object.defineProperty(Object.assign(document, more), UNREAD, {value: unread})
}

/** One for each name, so that documents with the same attributes are of one shape to the engine. */
const parts = new Map<string, PropertyDescriptor>()

function partNamed(name: string): PropertyDescriptor {
  const known = parts.get(name)
  if (known) return known
  const part: PropertyDescriptor & ThisType<object> = {
    get() {
      const unread = unreadOf(this)
      const value: unknown = unread && wholeOf(unread)[name]
      if (unread && isRecord(value) && !storedAs.has(value)) storedAs.set(value, {unread, name})
      return value
    },
    enumerable: true,
    configurable: true,
  }
  parts.set(name, part)
  return part
}

/** Of what the whole is known now: whether it stays in memory is not decided here. */
const read: Unread[] = []

function wholeOf(unread: Unread): SanityDocument {
  if (unread.known) return unread.known
  if (read.length === 0) {
    setImmediate(() => {
      for (const one of read.splice(0)) one.known = undefined
    })
  }
  read.push(unread)
  return (unread.known = unread.source.whole(unread.id, unread.revision))
}
