import type {ExprNode} from 'groq-js'

/** Whether something is the id, or the ids, to which references within the document lead. */
export function isOwnReference(node: ExprNode): boolean {
  if (node.type === 'Group') return isOwnReference(node.base)
  if (node.type === 'AccessAttribute') {
    return node.name === '_ref' && node.base !== undefined && isOwnPart(node.base)
  }
  if (node.type !== 'Map' && node.type !== 'FlatMap') return false
  const item = node.expr
  const isOfItem = item.type === 'AccessAttribute' && item.name === '_ref' && !item.base
  return isOwnPart(node.base) && (isOfItem || isOwnReference(item))
}

/** Whether something is a part of the document, or of a part of it. */
function isOwnPart(node: ExprNode): boolean {
  if (node.type === 'Group' || node.type === 'ArrayCoerce') return isOwnPart(node.base)
  if (node.type === 'AccessAttribute') return node.base === undefined || isOwnPart(node.base)
  if (node.type === 'Map' || node.type === 'FlatMap') {
    return isOwnPart(node.base) && isOwnPart(node.expr)
  }
  return node.type === 'This'
}
