import {DateTime, Path} from 'groq-js'

/** Whether a value has attributes in GROQ. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Path) &&
    !(value instanceof DateTime)
  )
}

/** An attribute of a value; `null` when it has none of this name. */
export function attributeOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}

/** GROQ's `==`: lists and objects equal nothing. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null) return a === b
  return a instanceof DateTime && b instanceof DateTime && a.equals(b)
}

/** How two values of one kind compare; `null` for those of several kinds, or without an order. */
export function compare(a: unknown, b: unknown): number | null {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  return a instanceof DateTime && b instanceof DateTime ? a.compareTo(b) : null
}

/** How two values are sorted: first by their kinds; what has no order stays where it is. */
export function compareAny(a: unknown, b: unknown): number {
  return compare(a, b) ?? kindOf(a) - kindOf(b)
}

function kindOf(value: unknown): number {
  if (value instanceof DateTime) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  return typeof value === 'boolean' ? 4 : 5
}

/** A number as GROQ knows it. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
