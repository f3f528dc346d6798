import {isRecord, refOf} from '../../schemas/rules/read.ts'
import type {Fields} from './suggestion.ts'

/** What a reference becomes: the fields of another, or nothing. */
export type Replacement = Readonly<{_ref: string}> | undefined

/**
 * A document whose references to one id lead to another. Two of a list that then say the same
 * become one. Without a replacement they go, and so do entries of lists that consist of them: a
 * relation to nobody is none.
 */
export function moveReferences(document: Fields, from: string, to: Replacement): Fields {
  return moveFields(document, from, to).fields
}

function moveFields(fields: Fields, from: string, to: Replacement) {
  let isBroken = false
  const moved = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    if (Array.isArray(value)) return [[name, moveList(value, from, to)]]
    if (!isRecord(value)) return [[name, value]]
    const next = moveValue(value, from, to)
    if (next === undefined) isBroken = true
    return next === undefined ? [] : [[name, next]]
  })
  return {fields: Object.fromEntries(moved), isBroken}
}

function moveList(list: readonly unknown[], from: string, to: Replacement): unknown[] {
  const seen = new Set<string>()
  return list.flatMap((one) => {
    if (!isRecord(one)) return [one]
    const own = refOf(one)
    const moved = own === undefined ? moveFields(one, from, to) : undefined
    if (moved) return moved.isBroken ? [] : [moved.fields]
    const next = moveValue(one, from, to)
    const ref = refOf(next)
    if (ref === undefined || (ref === to?._ref && seen.has(ref))) return []
    seen.add(ref)
    return [next]
  })
}

function moveValue(value: Fields, from: string, to: Replacement): Fields | undefined {
  if (refOf(value) !== from) {
    const {fields, isBroken} = moveFields(value, from, to)
    return isBroken && Object.keys(fields).every((name) => name.startsWith('_'))
      ? undefined
      : fields
  }
  if (to === undefined) return undefined
  const {_weak, _strengthenOnPublish, ...rest} = value
  // One that was weak for its own reasons stays so.
  const isWeak = _weak === true && _strengthenOnPublish === undefined
  return {...rest, ...(isWeak ? {_ref: to._ref, _weak: true} : to)}
}
