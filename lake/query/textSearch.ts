import type {ExprNode} from 'groq-js'

import {visitObjects} from '../visitObjects.ts'
import {foldDocument, foldText} from './foldText.ts'
import {searchTerms} from './searchTerms.ts'

/*
 * groq-js has no search engine and no way to add a function. It has a callback that resolves
 * references, and evaluates the reference's id in scope: a made-up reference whose id carries a text,
 * or a document's id, comes back as an object that holds the folded text. `text::query` then becomes
 * plain GROQ over that text.
 */
const TEXT = '\u0000text:'
const DOCUMENT = '\u0000document:'

/** Replaces `… match text::query(…)` in a parsed query by what the evaluator can compute. Changes `tree`. */
export function rewriteTextSearch(tree: ExprNode, params: Record<string, unknown>): void {
  visitObjects(tree, (node) => {
    if (node['type'] !== 'OpCall' || node['op'] !== 'match') return
    const {left, right} = node
    if (!isNode(left) || !isNode(right) || right.type !== 'FuncCall') return
    if (right.namespace !== 'text' || right.name !== 'query') return
    const replacement = matchesAll(foldedText(left), searchText(right.args[0], params))
    for (const key of Object.keys(node)) delete node[key]
    Object.assign(node, replacement)
  })
}

/** Answers the made-up references that `rewriteTextSearch` leaves in a query; `undefined` for real ones. */
export function resolveTextReference(
  id: string,
  find: (documentId: string) => object | undefined,
): {text: string} | undefined {
  if (id.startsWith(TEXT)) return {text: foldText(id.slice(TEXT.length))}
  if (!id.startsWith(DOCUMENT)) return undefined
  const document = find(id.slice(DOCUMENT.length))
  return {text: document ? foldDocument(document) : ''}
}

function searchText(argument: ExprNode | undefined, params: Record<string, unknown>): string {
  const value =
    argument?.type === 'Parameter'
      ? params[argument.name]
      : argument?.type === 'Value'
        ? argument.value
        : undefined
  return typeof value === 'string' ? value : ''
}

function matchesAll(text: ExprNode, search: string): ExprNode {
  const tests = searchTerms(search).map(({needle, negated}): ExprNode => {
    const pieces = call('count', [call('split', [text, literal(needle)], 'string')])
    return {type: 'OpCall', op: negated ? '==' : '>', left: pieces, right: literal(1)}
  })
  return tests.length === 0
    ? // Studio asks for "*" while its search box is empty: the beginning of any word, so everything.
      literal(search.trim() === '*')
    : tests.reduce((left, right) => ({type: 'And', left, right}))
}

/** The folded text of an operand: a document, a string, strings in an array, Portable Text, or a list of these. */
function foldedText(operand: ExprNode): ExprNode {
  if (operand.type === 'Group') return foldedText(operand.base)
  if (operand.type === 'Array') {
    return operand.elements
      .map(({value}) => foldedText(value))
      .reduce((left, right) => ({type: 'OpCall', op: '+', left, right}), literal(''))
  }
  const compact = call('compact', [operand], 'array')
  const readings = [
    resolve(TEXT, call('string', [operand])),
    resolve(TEXT, call('join', [compact, literal(' ')], 'array')),
    resolve(TEXT, call('text', [operand], 'pt')),
    ...(operand.type === 'This' ? [resolve(DOCUMENT, {type: 'AccessAttribute', name: '_id'})] : []),
  ]
  return call('coalesce', [...readings, literal('')])
}

function resolve(prefix: string, id: ExprNode): ExprNode {
  const value: ExprNode = {type: 'OpCall', op: '+', left: literal(prefix), right: id}
  const reference: ExprNode = {
    type: 'Object',
    attributes: [{type: 'ObjectAttributeValue', name: '_ref', value}],
  }
  return {type: 'AccessAttribute', name: 'text', base: {type: 'Deref', base: reference}}
}

function call(name: string, args: ExprNode[], namespace = 'global'): ExprNode {
  return {type: 'FuncCall', namespace, name, args}
}

function literal(value: string | number | boolean): ExprNode {
  return {type: 'Value', value}
}

function isNode(value: unknown): value is ExprNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  )
}
