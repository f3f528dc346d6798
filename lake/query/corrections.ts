import type {ExprNode} from 'groq-js'

import {
  call,
  isCall,
  isNode,
  literal,
  operation,
  replaceNode,
  ungrouped,
  visitNodes,
} from './nodes.ts'

/** Stands for `null` while a list is made unique; no text contains it. */
const NOTHING = literal('\u0000null')
const THIS: ExprNode = {type: 'This'}

/**
 * Makes plain GROQ of what the evaluator lacks or gets wrong. Changes `tree`.
 *
 * - `array::unique()` keeps one `null`, as it keeps one of each other value.
 * - `path(a) in path(b)` asks whether the path itself, a text, fits the pattern.
 * - `documents::get()` follows a reference, `documents::incomingRefCount()` counts those that lead
 *   to the document; from outside the lake none can.
 */
export function correctFunctions(tree: ExprNode): void {
  visitNodes(tree, (node) => {
    const {type, op, left, right, args} = node
    const [argument] = Array.isArray(args) ? args : []
    if (type === 'OpCall' && op === 'in' && isCall(ungrouped(right), 'global', 'path')) {
      const path = ungrouped(left)
      if (path?.type === 'FuncCall' && isCall(path, 'global', 'path')) node['left'] = path.args[0]
    }
    if (type !== 'FuncCall') return
    if (isCall(node, 'array', 'unique') && isNode(argument)) replaceNode(node, unique(argument))
    if (isCall(node, 'documents', 'get') && isNode(argument)) {
      replaceNode(node, {type: 'Deref', base: argument})
    }
    if (isCall(node, 'documents', 'incomingRefCount')) replaceNode(node, incomingReferences())
    if (isCall(node, 'documents', 'incomingGlobalDocumentReferenceCount')) {
      replaceNode(node, literal(0))
    }
  })
}

function unique(list: ExprNode): ExprNode {
  const named = each(list, call('coalesce', [THIS, NOTHING]))
  const isNothing = operation('==', THIS, NOTHING)
  return each(call('unique', [named], 'array'), {
    type: 'Select',
    alternatives: [{type: 'SelectAlternative', condition: isNothing, value: literal(null)}],
    fallback: THIS,
  })
}

function each(base: ExprNode, expr: ExprNode): ExprNode {
  return {type: 'Map', base, expr}
}

function incomingReferences(): ExprNode {
  const id: ExprNode = {type: 'AccessAttribute', name: '_id', base: {type: 'Parent', n: 1}}
  const expr = call('references', [id])
  return call('count', [{type: 'Filter', base: {type: 'Everything'}, expr}])
}
