import type {ExprNode} from 'groq-js'

import {attribute, call, element, isCall, literal, operation, visitNodes} from './nodes.ts'

/**
 * Corrects what the evaluator makes of two functions on releases. Changes `tree`.
 *
 * - `releases::all()` is a list: what is asked of it is asked of each release in it.
 * - `sanity::partOfRelease(…)` looks at the id a document is stored under, also in a perspective,
 *   where it goes by its published one.
 */
export function rewriteReleaseFunctions(tree: ExprNode): void {
  visitNodes(tree, (node) => {
    const {type, base, namespace, name, args} = node
    if ((type === 'AccessAttribute' || type === 'Projection') && isCall(base, 'releases', 'all')) {
      const expr = {...node, base: {type: 'This'}}
      for (const key of Object.keys(node)) delete node[key]
      Object.assign(node, {type: 'Map', base, expr})
    }
    if (type === 'FuncCall' && namespace === 'sanity' && name === 'partOfRelease') {
      const [release] = Array.isArray(args) ? args : []
      const ids = [attribute('_originalId'), attribute('_id')]
      const parts = call('split', [call('coalesce', ids), literal('.')], 'string')
      const isVersion = operation('==', element(parts, 0), literal('versions'))
      const isOfRelease = operation('==', element(parts, 1), release)
      Object.assign(node, {type: 'And', left: isVersion, right: isOfRelease})
    }
  })
}
