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
 * Which documents a parsed query looks at, as far as its filters tell by type or id, once its
 * parameters are known. The references it follows are only known once it is answered.
 */
export function reachOf(tree: ExprNode): (params: Record<string, unknown>) => Reach {
  const types: ReadTexts[] = []
  const ids: ReadTexts[] = []
  let everything = false

  function look(value: unknown): void {
    if (Array.isArray(value)) {
      value.forEach(look)
      return
    }
    if (!isRecord(value) || value['type'] === 'Value') return
    if (isCall(value, 'releases', 'all')) types.push(() => ['system.release'])
    const constraint =
      value['type'] === 'Filter' && ungrouped(value['base'])?.type === 'Everything'
        ? constraintOf(value['expr'])
        : undefined
    if (constraint) {
      types.push(...constraint.types)
      ids.push(...constraint.ids)
      look(value['expr'])
      return
    }
    if (value['type'] === 'Everything') everything = true
    Object.values(value).forEach(look)
  }

  look(tree)
  return (params) => ({
    types: new Set(types.flatMap((read) => read(params))),
    ids: new Set(ids.flatMap((read) => read(params))),
    everything,
  })
}

/** Reads texts of a query, of which some may be parameters. */
type ReadTexts = (params: Record<string, unknown>) => string[]

interface Constraint {
  types: ReadTexts[]
  ids: ReadTexts[]
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

function confine(field: ExprNode, values: ReadTexts | undefined): Constraint | undefined {
  const node = ungrouped(field)
  if (node?.type !== 'AccessAttribute' || node.base !== undefined || !values) return undefined
  if (node.name === '_type') return {types: [values], ids: []}
  if (node.name === '_id') return {types: [], ids: [values]}
  return undefined
}

/** The texts of a literal, a parameter or a list of these. */
function textsIn(node: unknown): ReadTexts | undefined {
  const inner = ungrouped(node)
  if (!isNode(inner)) return undefined
  if (inner.type === 'Array') {
    const texts = inner.elements.map(({value, isSplat}) => (isSplat ? undefined : textsIn(value)))
    const known = texts.filter((read) => read !== undefined)
    if (known.length < texts.length) return undefined
    return (params) => known.flatMap((read) => read(params))
  }
  if (inner.type === 'Parameter') return (params) => textsOf(params[inner.name])
  return inner.type === 'Value' ? () => textsOf(inner.value) : undefined
}

function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.flatMap((one) => (typeof one === 'string' ? [one] : []))
}
