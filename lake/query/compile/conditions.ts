import {Path} from 'groq-js'

import type {Compiled} from './scope.ts'
import {compare, isEqual} from './values.ts'

/** Both; `null` when that is not known. The right is asked only where the left has not decided. */
export function both(left: Compiled, right: Compiled): Compiled {
  return (scope) => {
    const first = left(scope)
    if (first === false) return false
    const second = right(scope)
    if (second === false) return false
    return first === true && second === true ? true : null
  }
}

/** One of two, or both; `null` when that is not known. */
export function either(left: Compiled, right: Compiled): Compiled {
  return (scope) => {
    const first = left(scope)
    if (first === true) return true
    const second = right(scope)
    if (second === true) return true
    return first === false && second === false ? false : null
  }
}

export function not(condition: Compiled): Compiled {
  return (scope) => {
    const value = condition(scope)
    return typeof value === 'boolean' ? !value : null
  }
}

/** The value of the first case that holds. */
export function select(
  cases: readonly (readonly [condition: Compiled, value: Compiled])[],
  fallback: Compiled | undefined,
): Compiled {
  return (scope) => {
    for (const [condition, value] of cases) if (condition(scope) === true) return value(scope)
    return fallback ? fallback(scope) : null
  }
}

/** Whether a value lies between two others. */
export function between(
  value: Compiled,
  left: Compiled,
  right: Compiled,
  isInclusive: boolean,
): Compiled {
  return (scope) => {
    const given = value(scope)
    const above = compare(given, left(scope))
    const below = compare(given, right(scope))
    if (above === null || below === null) return null
    return above >= 0 && (isInclusive ? below <= 0 : below < 0)
  }
}

/** What operators make of two values. */
export const COMPARISONS = {
  '==': isEqual,
  '!=': (a: unknown, b: unknown) => !isEqual(a, b),
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  in: (value: unknown, list: unknown): boolean | null => {
    if (Array.isArray(list)) return list.some((one) => isEqual(value, one))
    return list instanceof Path && typeof value === 'string' ? list.matches(value) : null
  },
} as const

function ordered(test: (order: number) => boolean): (a: unknown, b: unknown) => boolean | null {
  return (a, b) => {
    const order = compare(a, b)
    return order === null ? null : test(order)
  }
}
