import type {ExprNode} from 'groq-js'

import {isRecord} from '../visitObjects.ts'
import {isCall, isNode, ungrouped} from './nodes.ts'

/** Which documents an answer can depend on. */
export interface Reach {
  types: Set<string>
  /** Ids as the query names or follows them. */
  ids: Set<string>
  /** Any document at all. */
  everything: boolean
}

/**
 * Which documents a parsed query looks at, as far as its filters tell by type or id. The references
 * it follows are only known once it is answered.
 */
export function reachOf(tree: ExprNode): Reach {
  const reach: Reach = {types: new Set(), ids: new Set(), everything: false}

  function look(value: unknown): void {
    if (Array.isArray(value)) value.forEach(look)
    if (!isRecord(value) || value['type'] === 'Value') return
    if (isCall(value, 'releases', 'all')) reach.types.add('system.release')
    const constraint =
      value['type'] === 'Filter' && ungrouped(value['base'])?.type === 'Everything'
        ? constraintOf(value['expr'])
        : undefined
    if (constraint) {
      for (const type of constraint.types) reach.types.add(type)
      for (const id of constraint.ids) reach.ids.add(id)
      look(value['expr'])
      return
    }
    if (value['type'] === 'Everything') reach.everything = true
    Object.values(value).forEach(look)
  }

  look(tree)
  return reach
}

interface Constraint {
  types: string[]
  ids: string[]
}

/** The types or ids to which a condition confines documents; `undefined` when it does not. */
function constraintOf(condition: unknown): Constraint | undefined {
  const node = ungrouped(condition)
  if (node?.type === 'And') return constraintOf(node.left) ?? constraintOf(node.right)
  if (node?.type === 'Or') {
    const [left, right] = [constraintOf(node.left), constraintOf(node.right)]
    return (
      left && right && {types: [...left.types, ...right.types], ids: [...left.ids, ...right.ids]}
    )
  }
  if (node?.type !== 'OpCall') return undefined
  if (node.op === '==') {
    return confine(node.left, textsIn(node.right)) ?? confine(node.right, textsIn(node.left))
  }
  return node.op === 'in' ? confine(node.left, textsIn(node.right)) : undefined
}

function confine(field: ExprNode, values: string[] | undefined): Constraint | undefined {
  const node = ungrouped(field)
  if (node?.type !== 'AccessAttribute' || node.base !== undefined || !values) return undefined
  if (node.name === '_type') return {types: values, ids: []}
  if (node.name === '_id') return {types: [], ids: values}
  return undefined
}

/** The texts of a literal or of a list of literals. */
function textsIn(node: unknown): string[] | undefined {
  const inner = ungrouped(node)
  if (!isNode(inner)) return undefined
  if (inner.type === 'Array') {
    const texts = inner.elements.map(({value, isSplat}) => (isSplat ? undefined : textsIn(value)))
    return texts.every((one) => one !== undefined) ? texts.flat() : undefined
  }
  if (inner.type !== 'Value') return undefined
  const values: unknown[] = Array.isArray(inner.value) ? inner.value : [inner.value]
  return values.flatMap((value) => (typeof value === 'string' ? [value] : []))
}
