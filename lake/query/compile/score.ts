import type {ExprNode} from 'groq-js'

import {changedCopy} from '../../store/heads.ts'
import {askGroq} from './functions.ts'
import type {Compiled} from './scope.ts'
import {attributeOf, isObject} from './values.ts'

/** Documents with a `_score`, best first. */
export function scored(
  list: Compiled,
  conditions: readonly ExprNode[],
  compile: (node: ExprNode) => Compiled,
): Compiled {
  const scores = conditions.map((condition) => scoreOf(condition, compile))
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    const found: {_score: number}[] = []
    for (const item of items.filter(isObject)) {
      scope.run.keepTime()
      const nested = scope.nested(item)
      let score = numberOf(item['_score'])
      for (const add of scores) score += numberOf(add(nested))
      found.push(changedCopy(item, {_score: score}))
    }
    return found.sort((a, b) => b._score - a._score)
  }
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

/** How well a condition is met: by how often words occur, or by whether it holds. */
function scoreOf(node: ExprNode, compile: (node: ExprNode) => Compiled): Compiled {
  if (node.type === 'OpCall' && node.op === 'match') return matches(node, compile)
  if (node.type === 'FuncCall' && node.name === 'boost') return boosted(node.args, compile)
  if (node.type === 'And' || node.type === 'Or') {
    const [left, right] = [scoreOf(node.left, compile), scoreOf(node.right, compile)]
    const needsBoth = node.type === 'And'
    return (scope) => {
      const [one, other] = [numberOf(left(scope)), numberOf(right(scope))]
      return needsBoth && (one === 0 || other === 0) ? 0 : one + other
    }
  }
  const condition = compile(node)
  return (scope) => (condition(scope) === true ? 1 : 0)
}

function boosted(args: readonly ExprNode[], compile: (node: ExprNode) => Compiled): Compiled {
  const [condition, boost] = args
  if (!condition || !boost) return () => 0
  const [score, more] = [scoreOf(condition, compile), compile(boost)]
  return (scope) => {
    const [met, by] = [numberOf(score(scope)), more(scope)]
    return typeof by === 'number' && met > 0 ? met + by : 0
  }
}

/** What groq-js counts for the words that occur. */
function matches(
  {left, right}: Extract<ExprNode, {type: 'OpCall'}>,
  compile: (node: ExprNode) => Compiled,
): Compiled {
  const [text, pattern] = [compile(left), compile(right)]
  const base: ExprNode = {type: 'Value', value: [{}]}
  const ask = askGroq([left, right], ([left = base, right = base]) => ({
    type: 'PipeFuncCall',
    name: 'score',
    base,
    args: [{type: 'OpCall', op: 'match', left, right}],
  }))
  return (scope) => {
    const found = ask([text(scope), pattern(scope)], scope)
    return Array.isArray(found) ? attributeOf(found[0], '_score') : 0
  }
}
