import type {ExprNode} from 'groq-js'

import {isRecord} from '../visitObjects.ts'
import {isComputed} from './computed.ts'
import {isInnerScope, looksAround, opensScope} from './independent.ts'
import {isNode} from './nodes.ts'

/**
 * A part of a filter's condition as it is to be evaluated outside, where the filter stands;
 * `undefined` when it depends on the document that is filtered. `isMapped` says that the filter
 * stands in what is mapped, which `^` passes by.
 */
export function lift(node: ExprNode, isMapped: boolean): ExprNode | undefined {
  /** `depth` counts the scopes between the part and the filter. */
  function raise(value: unknown, depth: number, hasValue: boolean, hidden: boolean): unknown {
    if (Array.isArray(value)) {
      return each(value, (item) => raise(item, depth, hasValue, hidden))
    }
    if (!isRecord(value)) return value
    if (value['type'] === 'Value') return isComputed(value) ? DEPENDS : value
    const {type, base, n, name} = value
    if (type === 'Everything') return DEPENDS
    if (type === 'This' || (type === 'AccessAttribute' && base === undefined)) {
      return hasValue ? value : DEPENDS
    }
    if (type === 'Parent' && typeof n === 'number')
      return parent(value, n, hidden ? depth + 1 : depth)
    if (type === 'FuncCall' && looksAround(name) && !hasValue) return DEPENDS
    let raised = value
    for (const [key, child] of Object.entries(value)) {
      const inner = isInnerScope(value, key)
      const isHidden = inner && !opensScope(type)
      const deeper = inner && opensScope(type) ? depth + 1 : depth
      const changed = raise(child, deeper, hasValue || inner, inner ? isHidden : hidden)
      if (changed === DEPENDS) return DEPENDS
      if (changed !== child) raised = {...raised, [key]: changed}
    }
    return raised
  }

  function parent(value: unknown, n: number, depth: number): unknown {
    if (n < depth) return value
    if (n === depth) return DEPENDS
    if (depth === 0 && isMapped) return value
    return n === 1 ? {type: 'This'} : {type: 'Parent', n: n - 1}
  }

  const raised = raise(node, 0, false, false)
  return isNode(raised) ? raised : undefined
}

const DEPENDS = Symbol('depends on the document')

/** The list itself when nothing in it changes. */
function each(list: unknown[], change: (item: unknown) => unknown): unknown {
  const changed = list.map(change)
  if (changed.includes(DEPENDS)) return DEPENDS
  return changed.some((item, index) => item !== list[index]) ? changed : list
}
