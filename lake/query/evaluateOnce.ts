import {evaluateSync, type ExprNode} from 'groq-js'

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

/** What a query may ask about its surroundings. */
export type Options = NonNullable<Parameters<typeof evaluateSync>[1]>

/** A query took longer than it may. */
export class QueryTimeError extends Error {}

/**
 * A parsed query as a function, which throws `QueryTimeError` after so many milliseconds. What it looks up is planned, and a sub-query over the dataset that
 * stands in a filter or projection, but does not depend on the document there, is evaluated at most
 * once in each run, when it is first needed, and not once for each document. Changes `tree`.
 */
export function evaluateOnce(
  tree: ExprNode,
  searches: Searches,
): {steps: Step[]; run: (view: View, options: Options, timeLimit: number) => unknown} {
  let options: Options = {}
  let view: View | undefined
  let deadline = Infinity
  const answers = new Map<Node, unknown>()
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
        valueOf(() => answer(value, subquery)),
      )
      return
    }
    for (const [key, child] of Object.entries(value))
      hoist(child, inside || isInnerScope(value, key))
  }

  function answer(place: Node, subquery: ExprNode): unknown {
    if (!answers.has(place)) answers.set(place, evaluateSync(subquery, options).data)
    return answers.get(place)
  }

  hoist(tree, false)
  const look = (): View => {
    if (!view) throw new Error('A query was asked for documents while it was planned.')
    if (performance.now() > deadline) throw new QueryTimeError()
    return view
  }
  const steps = parts.flatMap((part) => plan(part, searches, look))
  return {
    steps,
    run: (over, given, timeLimit) => {
      options = {timestamp: new Date(), ...given}
      view = over
      deadline = performance.now() + timeLimit
      try {
        return evaluateSync(tree, options).data
      } finally {
        options = {}
        view = undefined
        answers.clear()
      }
    },
  }
}

function isSubquery(value: Node): value is Node & ExprNode {
  return isNode(value) && SUBQUERIES.has(value.type) && !isCall(value, 'global', 'boost')
}

function asksDataset(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(asksDataset)
  if (!isRecord(value) || value['type'] === 'Value') return false
  return value['type'] === 'Everything' || Object.values(value).some(asksDataset)
}
