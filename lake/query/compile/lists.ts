import type {Compiled, Scope} from './scope.ts'
import {compareAny} from './values.ts'

/** The items of a list for which a condition holds. */
export function filtered(list: Compiled, condition: Compiled): Compiled {
  return (scope) => {
    const items = list(scope)
    return Array.isArray(items) ? keep(items, condition, scope) : null
  }
}

/** The items for which a condition holds. */
export function keep(items: readonly unknown[], condition: Compiled, scope: Scope): unknown[] {
  const found: unknown[] = []
  for (const item of items) {
    scope.run.keepTime()
    if (condition(scope.nested(item)) === true) found.push(item)
  }
  return found
}

/** What becomes of each item of a list; with `isFlat`, lists that come of them are joined. */
export function mapped(list: Compiled, change: Compiled, isFlat: boolean): Compiled {
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    const found: unknown[] = []
    for (const item of items) {
      scope.run.keepTime()
      const changed = change(scope.mapped(item))
      if (isFlat && Array.isArray(changed)) for (const one of changed) found.push(one)
      else found.push(changed)
    }
    return found
  }
}

/** A list as it is; nothing else is one. */
export function coerced(list: Compiled): Compiled {
  return (scope) => {
    const items = list(scope)
    return Array.isArray(items) ? items : null
  }
}

/** One item; from the end when `index` is negative. */
export function element(list: Compiled, index: number): Compiled {
  return (scope) => {
    const items = list(scope)
    return Array.isArray(items) ? (items.at(index) ?? null) : null
  }
}

/** A part of a list; its ends are counted from the end when they are negative. */
export function slice(
  list: Compiled,
  {left, right, isInclusive}: {left: number; right: number; isInclusive: boolean},
): Compiled {
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    const begin = left < 0 ? left + items.length : left
    const end = (right < 0 ? right + items.length : right) + (isInclusive ? 1 : 0)
    return items.slice(Math.max(0, begin), Math.max(0, end))
  }
}

/** A list that is written out; `isSplat` takes the items of a part. */
export function listOf(parts: readonly {part: Compiled; isSplat: boolean}[]): Compiled {
  return (scope) => {
    const found: unknown[] = []
    for (const {part, isSplat} of parts) {
      const value = part(scope)
      if (!isSplat) found.push(value)
      else if (Array.isArray(value)) for (const one of value) found.push(one)
    }
    return found
  }
}

/** A list in the order of some keys; what is alike by all of them stays in its order. */
export function sorted(
  list: Compiled,
  keys: readonly {key: Compiled; isDescending: boolean}[],
): Compiled {
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    const rows = items.map((item: unknown) => {
      scope.run.keepTime()
      const nested = scope.nested(item)
      return {item, values: keys.map(({key}) => key(nested))}
    })
    rows.sort((a, b) => {
      let order = 0
      for (let at = 0; order === 0 && at < keys.length; at++) {
        order = compareAny(a.values[at], b.values[at])
        if (keys[at]?.isDescending) order = -order
      }
      return order
    })
    return rows.map(({item}) => item)
  }
}
