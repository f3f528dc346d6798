import type {ExprNode} from 'groq-js'

import {queryParseError} from '../errors.ts'
import {isNode, ungrouped, visitNodes} from './nodes.ts'

/**
 * Refuses what the evaluator would let pass: a parameter without a value, and `score()` of something
 * that is not a list of documents as they are stored.
 */
export function checkQuery(tree: ExprNode, query: string): void {
  visitNodes(tree, ({type, name, base}) => {
    if (type === 'Parameter') {
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

function isDocuments(value: unknown): boolean {
  const node = ungrouped(value)
  switch (node?.type) {
    case 'Projection':
    case 'AccessElement':
    case 'Object':
      return false
    case 'Map':
      return ungrouped(node.expr)?.type !== 'Projection'
    case 'Filter':
    case 'Slice':
    case 'ArrayCoerce':
    case 'PipeFuncCall':
      return isDocuments(node.base)
    default:
      return isNode(node)
  }
}
