import {evaluateSync, type ExprNode} from 'groq-js'

import {refersTo} from '../seenReferences.ts'
import type {Compiled, Scope} from './scope.ts'

/** Functions that queries ask often, by namespace and name, made of their arguments. */
export const FUNCTIONS: Record<string, (args: readonly Compiled[]) => Compiled> = {
  'global::coalesce': (args) => (scope) => {
    for (const argument of args) {
      const value = argument(scope)
      if (value !== null) return value
    }
    return null
  },
  'global::count': ofOne((value) => (Array.isArray(value) ? value.length : null)),
  'global::defined': ofOne((value) => value !== null),
  'global::lower': ofOne((value) => (typeof value === 'string' ? value.toLowerCase() : null)),
  'string::lower': ofOne((value) => (typeof value === 'string' ? value.toLowerCase() : null)),
  'global::references': (args) => (scope) =>
    refersTo(
      scope.value,
      args.map((argument) => argument(scope)),
    ),
  'global::now':
    () =>
    ({run}) =>
      run.now,
}

function ofOne(change: (value: unknown) => unknown): (args: readonly Compiled[]) => Compiled {
  return ([argument]) => (argument ? (scope) => change(argument(scope)) : () => null)
}

/**
 * Asks groq-js what a function or an operator makes of values, which it finds in place of the
 * operands in the node that `make` makes.
 */
export function askGroq(
  operands: readonly unknown[],
  make: (values: ExprNode[]) => ExprNode,
): (values: readonly unknown[], scope: Scope) => unknown {
  const places = operands.map((): {type: 'Value'; value: unknown} => ({type: 'Value', value: null}))
  const node = make(places)
  return (values, {run, value}) => {
    for (const [at, place] of places.entries()) place.value = values[at]
    return evaluateSync(node, {...run.options, root: value}).data
  }
}
