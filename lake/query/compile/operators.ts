import type {ExprNode} from 'groq-js'

import {COMPARISONS} from './conditions.ts'
import {askGroq} from './functions.ts'
import type {Compiled} from './scope.ts'
import {finite} from './values.ts'

type Operator = Extract<ExprNode, {type: 'OpCall'}>['op']

/** What an operator makes of two parts of a query. */
export function operated(op: Operator, left: Compiled, right: Compiled): Compiled {
  if (isComparison(op)) {
    const compare = COMPARISONS[op]
    return (scope) => compare(left(scope), right(scope))
  }
  const ask = askGroq([left, right], ([left = NOTHING, right = NOTHING]) => ({
    type: 'OpCall',
    op,
    left,
    right,
  }))
  return (scope) => {
    const [a, b] = [left(scope), right(scope)]
    if (op === '+' && typeof a === 'string' && typeof b === 'string') return a + b
    if (op === '+' && typeof a === 'number' && typeof b === 'number') return finite(a + b)
    return ask([a, b], scope)
  }
}

const NOTHING: ExprNode = {type: 'Value', value: null}

function isComparison(op: Operator): op is keyof typeof COMPARISONS {
  return op in COMPARISONS
}

/** A number with its sign, or with the other one. */
export function signed(base: Compiled, sign: 1 | -1): Compiled {
  return (scope) => {
    const value = base(scope)
    return typeof value === 'number' ? sign * value : null
  }
}
