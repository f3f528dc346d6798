import type {ExprNode} from 'groq-js'

import {isRecord} from '../visitObjects.ts'

/** The parts from which rewritten queries are put together. */
export const attribute = (name: string): ExprNode => ({type: 'AccessAttribute', name})

export const element = (base: ExprNode, index: number): ExprNode => ({
  type: 'AccessElement',
  base,
  index,
})

export const operation = (op: '==' | '>' | '+', left: ExprNode, right: ExprNode): ExprNode => ({
  type: 'OpCall',
  op,
  left,
  right,
})

export const call = (name: string, args: ExprNode[], namespace = 'global'): ExprNode => ({
  type: 'FuncCall',
  namespace,
  name,
  args,
})

export const literal = (value: string | number | boolean | null): ExprNode => ({
  type: 'Value',
  value,
})

/** A parsed query's node while it is being looked at. */
export type Node = Record<string, unknown>

/** Calls `visit` for every node of a parsed query, what is inside it first; literals stay closed. */
export function visitNodes(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visitNodes(item, visit)
  } else if (isRecord(value)) {
    if (value['type'] !== 'Value') {
      for (const child of Object.values(value)) visitNodes(child, visit)
    }
    visit(value)
  }
}

/** Makes one node another, in its place. */
export function replaceNode(node: object, replacement: ExprNode): void {
  for (const key of Object.keys(node)) Reflect.deleteProperty(node, key)
  Object.defineProperties(node, Object.getOwnPropertyDescriptors(replacement))
}

/** What stands inside parentheses. */
export function ungrouped(node: unknown): ExprNode | undefined {
  if (!isNode(node)) return undefined
  return node.type === 'Group' ? ungrouped(node.base) : node
}

export function isCall(node: unknown, namespace: string, name: string): boolean {
  return isRecord(node) && node['namespace'] === namespace && node['name'] === name
}

export function isNode(value: unknown): value is ExprNode {
  return isRecord(value) && typeof value['type'] === 'string'
}
