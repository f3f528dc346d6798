import type {ExprNode} from 'groq-js'

import {literal, ungrouped} from './nodes.ts'

/**
 * A filter's condition, so put that what comes second is evaluated only where the first has not
 * decided. Only whether it is true stays the same, which is all that a filter asks.
 */
export function lazily(condition: ExprNode): ExprNode {
  const node = ungrouped(condition) ?? condition
  if (node.type === 'And') return select(lazily(node.left), lazily(node.right))
  if (node.type === 'Or') return select(lazily(node.left), literal(true), lazily(node.right))
  return node
}

function select(condition: ExprNode, value: ExprNode, fallback?: ExprNode): ExprNode {
  return {
    type: 'Select',
    alternatives: [{type: 'SelectAlternative', condition, value}],
    ...(fallback && {fallback}),
  }
}
