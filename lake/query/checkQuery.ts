import type {ExprNode} from 'groq-js'

import {queryParseError} from '../errors.ts'
import {ungrouped, visitNodes} from './nodes.ts'

/**
 * Refuses what the evaluator would let pass: a parameter without a value, and `score()` of something
 * that is not a list of documents as they are stored.
 */
export function checkQuery(
  tree: ExprNode,
  {query, params}: {query: string; params: Record<string, unknown>},
): void {
  visitNodes(tree, ({type, name, base}) => {
    if (type === 'Parameter' && !Object.hasOwn(params, String(name))) {
      const at = placeOf(query, new RegExp(`\\$${String(name)}\\b`))
      throw queryParseError(query, at, `param $${String(name)} referenced, but not provided`)
    }
    if (type === 'PipeFuncCall' && name === 'score' && !isDocuments(base)) {
      const at = placeOf(query, /\bscore\s*\(/)
      throw queryParseError(query, at, 'score() can only be applied to a list of documents')
    }
  })
}

/** Where in a query something stands, to be shown with a mistake. */
export function placeOf(query: string, pattern: RegExp): {start: number; end: number} {
  const found = pattern.exec(query)
  return found
    ? {start: found.index, end: found.index + found[0].length}
    : {start: 0, end: query.length}
}

/** What picks or makes something else than documents. */
const PICKS = new Set<unknown>(['Projection', 'AccessElement', 'Object'])
/** What leaves documents as they are. */
const KEEPS = new Set<unknown>(['Filter', 'Slice', 'ArrayCoerce', 'PipeFuncCall'])

function isDocuments(value: unknown): boolean {
  const node = ungrouped(value)
  if (!node || PICKS.has(node.type)) return false
  if (node.type === 'Map') return ungrouped(node.expr)?.type !== 'Projection'
  return 'base' in node && KEEPS.has(node.type) ? isDocuments(node.base) : true
}
