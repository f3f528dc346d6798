import type {Compiled, Scope} from './scope.ts'
import {attributeOf, isObject} from './values.ts'

/** One attribute of an object that is written out, or those of another value. */
export type Part = (result: Record<string, unknown>, scope: Scope) => void

/** `"name": value` */
export function named(name: string, value: Compiled): Part {
  return (result, scope) => {
    result[name] = value(scope)
  }
}

/** `...value`, or `condition => value`. */
export function splat(value: Compiled, condition?: Compiled): Part {
  return (result, scope) => {
    if (condition && condition(scope) !== true) return
    const other = value(scope)
    if (isObject(other)) Object.assign(result, other)
  }
}

/** An object that is written out. */
export function objectOf(parts: readonly Part[]): Compiled {
  return (scope) => {
    const result: Record<string, unknown> = {}
    for (const add of parts) add(result, scope)
    return result
  }
}

/** What is made of a value with attributes. */
export function projected(base: Compiled, make: Compiled): Compiled {
  return (scope) => {
    const value = base(scope)
    return isObject(value) ? make(scope.nested(value)) : null
  }
}

/** An attribute of a value, or of the one that is looked at. */
export function attribute(base: Compiled | undefined, name: string): Compiled {
  return base
    ? (scope) => attributeOf(base(scope), name)
    : (scope) => attributeOf(scope.value, name)
}

/** The document to which a reference leads. */
export function followed(reference: Compiled): Compiled {
  return (scope) => {
    const id = attributeOf(reference(scope), '_ref')
    return typeof id === 'string' ? (scope.run.options.dereference?.({_ref: id}) ?? null) : null
  }
}
