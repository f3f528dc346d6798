import type {ExprNode} from 'groq-js'

import {compileOnce} from './compile/compile.ts'
import {Run, type Options} from './compile/run.ts'
import {Scope} from './compile/scope.ts'
import {valueOf} from './computed.ts'
import {isIndependent, isInnerScope} from './independent.ts'
import {isRecord} from '../visitObjects.ts'
import {isCall, isNode, replaceNode, type Node} from './nodes.ts'
import {plan, type Step} from './plan.ts'
import type {Searches} from './searchedWords.ts'
import type {View} from './view.ts'

/** What a sub-query can begin with; conditions stay, for `score()` counts which of them hold. */
const SUBQUERIES = new Set<string>([
  'Filter',
  'Projection',
  'Map',
  'FlatMap',
  'PipeFuncCall',
  'Slice',
  'ArrayCoerce',
  'AccessElement',
  'AccessAttribute',
  'Deref',
  'FuncCall',
] satisfies ExprNode['type'][])

/**
 * A parsed query as a function, which throws `QueryTimeError` after so many milliseconds. What it looks up is planned, and a sub-query over the dataset that
 * stands in a filter or projection, but does not depend on the document there, is evaluated at most
 * once in each run, when it is first needed, and not once for each document. Changes `tree`.
 */
export function evaluateOnce(
  tree: ExprNode,
  searches: Searches,
): {steps: Step[]; run: (view: View, options: Options, timeLimit: number) => unknown} {
  const parts = [tree]

  function hoist(value: unknown, inside: boolean): void {
    if (Array.isArray(value)) {
      for (const item of value) hoist(item, inside)
      return
    }
    if (!isRecord(value) || value['type'] === 'Value') return
    if (inside && isSubquery(value) && asksDataset(value) && isIndependent(value)) {
      const subquery = {...value}
      parts.push(subquery)
      hoist(subquery, false)
      replaceNode(
        value,
        valueOf(({run}) => answer(run, subquery)),
      )
      return
    }
    for (const [key, child] of Object.entries(value))
      hoist(child, inside || isInnerScope(value, key))
  }

  hoist(tree, false)
  const steps = parts.flatMap((part) => plan(part, searches))
  return {
    steps,
    run: (view, options, timeLimit) => answer(new Run(view, options, timeLimit), tree),
  }
}

/** What a part of a query that needs nothing around it is answered with. */
function answer(run: Run, part: ExprNode): unknown {
  const known = run.answers.get(part)
  if (known) return known.value
  const scope = new Scope(run, null)
  const value = compileOnce(part)(scope)
  run.answers.set(part, {scope, value})
  return value
}

function isSubquery(value: Node): value is Node & ExprNode {
  return isNode(value) && SUBQUERIES.has(value.type) && !isCall(value, 'global', 'boost')
}

function asksDataset(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(asksDataset)
  if (!isRecord(value) || value['type'] === 'Value') return false
  return value['type'] === 'Everything' || Object.values(value).some(asksDataset)
}
