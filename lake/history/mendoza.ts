import {isDeepStrictEqual} from 'node:util'

/** A patch in mendoza's format: operation codes and their operands, one after the other. */
export type MendozaPatch = unknown[]

// Operation codes, as the decoder in the `mendoza` package numbers them.
const VALUE = 0
const PUSH_FIELD_COPY = 10
const PUSH_FIELD_BLANK = 11
const PUSH_ELEMENT_COPY = 12
const RETURN_INTO_OBJECT_SAME_KEY_POP = 15
const RETURN_INTO_ARRAY_POP = 16
const OBJECT_SET_FIELD_VALUE = 17
const OBJECT_DELETE_FIELD = 19
const ARRAY_APPEND_VALUE = 20
const ARRAY_APPEND_SLICE = 21
const STRING_APPEND_STRING = 22
const STRING_APPEND_SLICE = 23

/**
 * The patch that leads from one JSON value to another, as small as fields, keyed items and changed
 * stretches of text allow, so that a reader can tell which field was changed.
 */
export function mendozaPatch(before: unknown, after: unknown): MendozaPatch {
  return isObject(before) && isObject(after) ? objectPatch(before, after) : [VALUE, after]
}

/** Fields are named by their place among the sorted keys of the object before. */
function objectPatch(before: JsonObject, after: JsonObject): MendozaPatch {
  const keys = Object.keys(before).toSorted(byCodeUnits)
  const kept = keys.flatMap((key, index) =>
    Object.hasOwn(after, key)
      ? fieldPatch(key, index, before[key], after[key])
      : [OBJECT_DELETE_FIELD, index],
  )
  const added = Object.keys(after).flatMap((key) =>
    Object.hasOwn(before, key) ? [] : [OBJECT_SET_FIELD_VALUE, after[key], key],
  )
  return [...kept, ...added]
}

function fieldPatch(key: string, index: number, before: unknown, after: unknown): MendozaPatch {
  if (isDeepStrictEqual(before, after)) return []
  if (isObject(before) && isObject(after)) {
    const inner = objectPatch(before, after)
    return [PUSH_FIELD_COPY, index, ...inner, RETURN_INTO_OBJECT_SAME_KEY_POP]
  }
  // Something blank that nothing is appended to would be null.
  if (Array.isArray(before) && Array.isArray(after) && after.length > 0) {
    const inner = arrayPatch(before, after)
    return [PUSH_FIELD_BLANK, index, ...inner, RETURN_INTO_OBJECT_SAME_KEY_POP]
  }
  if (typeof before === 'string' && typeof after === 'string' && after !== '') {
    const inner = stringPatch(before, after)
    return [PUSH_FIELD_BLANK, index, ...inner, RETURN_INTO_OBJECT_SAME_KEY_POP]
  }
  return [OBJECT_SET_FIELD_VALUE, after, key]
}

function arrayPatch(before: unknown[], after: unknown[]): MendozaPatch {
  const byKey = new Map(before.map((item, index) => [keyOf(item) ?? index, index]))
  const patch: MendozaPatch = []
  let run: {start: number; end: number} | undefined
  const endRun = (): void => {
    if (run) patch.push(ARRAY_APPEND_SLICE, run.start, run.end)
    run = undefined
  }
  after.forEach((item, position) => {
    const index = byKey.get(keyOf(item) ?? position)
    const old = index === undefined ? undefined : before[index]
    if (index !== undefined && isDeepStrictEqual(old, item)) {
      if (run?.end !== index) {
        endRun()
        run = {start: index, end: index}
      }
      run.end = index + 1
      return
    }
    endRun()
    if (index !== undefined && isObject(old) && isObject(item)) {
      patch.push(PUSH_ELEMENT_COPY, index, ...objectPatch(old, item), RETURN_INTO_ARRAY_POP)
    } else {
      patch.push(ARRAY_APPEND_VALUE, item)
    }
  })
  endRun()
  return patch
}

/** Offsets are bytes of UTF-8; what both ends share is copied, what is between them is new. */
function stringPatch(before: string, after: string): MendozaPatch {
  const old = Array.from(before)
  const now = Array.from(after)
  const shortest = Math.min(old.length, now.length)
  let head = 0
  while (head < shortest && old[head] === now[head]) head++
  let tail = 0
  while (tail < shortest - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++

  const patch: MendozaPatch = []
  const middle = now.slice(head, now.length - tail).join('')
  const total = byteLength(old)
  if (head > 0) patch.push(STRING_APPEND_SLICE, 0, byteLength(old.slice(0, head)))
  if (middle !== '') patch.push(STRING_APPEND_STRING, middle)
  if (tail > 0) {
    patch.push(STRING_APPEND_SLICE, total - byteLength(old.slice(old.length - tail)), total)
  }
  return patch
}

type JsonObject = Record<string, unknown>

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function keyOf(item: unknown): string | undefined {
  return isObject(item) && typeof item['_key'] === 'string' ? item['_key'] : undefined
}

function byteLength(characters: readonly string[]): number {
  return Buffer.byteLength(characters.join(''))
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1
}
