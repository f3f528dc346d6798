import type {ExprNode} from 'groq-js'

import {visitObjects} from '../visitObjects.ts'

/**
 * Corrects what the evaluator makes of two functions on releases. Changes `tree`.
 *
 * - `releases::all()` is a list: what is asked of it is asked of each release in it.
 * - `sanity::partOfRelease(…)` looks at the id a document is stored under, also in a perspective,
 *   where it goes by its published one.
 */
export function rewriteReleaseFunctions(tree: ExprNode): void {
  visitObjects(tree, (node) => {
    const {type, base, namespace, name, args} = node
    if ((type === 'AccessAttribute' || type === 'Projection') && isCall(base, 'releases', 'all')) {
      const expr = {...node, base: {type: 'This'}}
      for (const key of Object.keys(node)) delete node[key]
      Object.assign(node, {type: 'Map', base, expr})
    }
    if (type === 'FuncCall' && namespace === 'sanity' && name === 'partOfRelease') {
      const [release] = Array.isArray(args) ? args : []
      const ids = [attribute('_originalId'), attribute('_id')]
      const parts = call('string', 'split', [call('global', 'coalesce', ids), literal('.')])
      const isVersion = equal(element(parts, 0), literal('versions'))
      Object.assign(node, {type: 'And', left: isVersion, right: equal(element(parts, 1), release)})
    }
  })
}

function isCall(node: unknown, namespace: string, name: string): boolean {
  return (
    typeof node === 'object' &&
    node !== null &&
    'namespace' in node &&
    'name' in node &&
    node.namespace === namespace &&
    node.name === name
  )
}

function attribute(name: string): ExprNode {
  return {type: 'AccessAttribute', name}
}

function element(base: ExprNode, index: number): ExprNode {
  return {type: 'AccessElement', base, index}
}

function equal(left: ExprNode, right: ExprNode): ExprNode {
  return {type: 'OpCall', op: '==', left, right}
}

function call(namespace: string, name: string, args: ExprNode[]): ExprNode {
  return {type: 'FuncCall', namespace, name, args}
}

function literal(value: string): ExprNode {
  return {type: 'Value', value}
}
