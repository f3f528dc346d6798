import {evaluateSync, toJS, type ExprNode} from 'groq-js'

import {foldText, textOf} from './foldText.ts'
import {isIndependent} from './independent.ts'
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
import type {Searches} from './searchedWords.ts'
import {searchTerms} from './searchTerms.ts'

/*
 * groq-js has no search engine and no way to add a function. It has a callback that resolves
 * references, and evaluates the reference's id in scope: a made-up reference whose id carries a text,
 * or a document's id, comes back as an object that holds the text. `text::query` then becomes
 * plain GROQ over that text.
 */
const TEXT = '\u0000text:'
const FOLDED = '\u0000folded:'
const DOCUMENT = '\u0000document:'

/**
 * Replaces `… match text::query(…)` in a parsed query by what the evaluator can compute, and lets
 * `match` look at all strings of a document where one stands to its left. Changes `tree`; returns
 * what stood there.
 */
export function rewriteTextSearch(tree: ExprNode): Searches {
  const searches = new Map<unknown, {left: ExprNode; right: ExprNode}>()
  visitNodes(tree, (node) => {
    if (node['type'] !== 'OpCall' || node['op'] !== 'match') return
    const {left, right} = node
    const search = ungrouped(right)
    if (!isNode(left) || !isNode(right)) return
    searches.set(node, {left, right})
    if (search?.type === 'FuncCall' && isCall(search, 'text', 'query')) {
      replaceNode(node, matchesAll(foldedText(left), searchText(search.args[0])))
    } else {
      node['left'] = withStrings(left)
    }
  })
  return searches
}

/** Answers the made-up references that `rewriteTextSearch` leaves in a query; `undefined` for real ones. */
export function resolveTextReference(
  id: string,
  find: (documentId: string) => object | undefined,
): {text: string} | undefined {
  if (id.startsWith(TEXT)) return {text: foldAgain(id.slice(TEXT.length))}
  if (id.startsWith(FOLDED)) return {text: foldDocument(find(id.slice(FOLDED.length)))}
  if (!id.startsWith(DOCUMENT)) return undefined
  const document = find(id.slice(DOCUMENT.length))
  return document && {text: textOf(document)}
}

/** Each term of a search looks at the same texts, one after the other. */
const MOST_FOLDED = 8
const folded = new Map<string, string>()

function foldAgain(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const [oldest] = folded.keys()
  if (folded.size >= MOST_FOLDED && oldest !== undefined) folded.delete(oldest)
  const found = foldText(text)
  folded.set(text, found)
  return found
}

/** The folded text of documents that were searched lately, so many characters together. */
const MOST_TEXT = 8_000_000
const foldedDocuments = new Map<object, string>()
let textKept = 0

function foldDocument(document: object | undefined): string {
  if (!document) return ''
  const known = foldedDocuments.get(document)
  if (known !== undefined) return known
  const found = foldText(textOf(document))
  foldedDocuments.set(document, found)
  textKept += found.length
  for (const [oldest, text] of foldedDocuments) {
    if (textKept <= MOST_TEXT) break
    foldedDocuments.delete(oldest)
    textKept -= text.length
  }
  return found
}

function searchText(argument: ExprNode | undefined): string {
  if (!isIndependent(argument) || argument === undefined) return ''
  const value = toJS(evaluateSync(argument))
  return typeof value === 'string' ? value : ''
}

/** What can lead to a whole document. */
const LEADS_TO_DOCUMENT = new Set(['This', 'Parent', 'Deref', 'AccessElement'])

/** An operand of `match`; where it is a document, its strings. */
function withStrings(operand: ExprNode): ExprNode {
  if (operand.type === 'Group') return withStrings(operand.base)
  if (operand.type === 'Array') {
    const elements = operand.elements.map((one) => ({...one, value: withStrings(one.value)}))
    return {...operand, elements}
  }
  if (!LEADS_TO_DOCUMENT.has(operand.type)) return operand
  const id: ExprNode = {type: 'AccessAttribute', name: '_id', base: operand}
  return call('coalesce', [resolve(DOCUMENT, id), operand])
}

function matchesAll(text: ExprNode, search: string): ExprNode {
  const tests = searchTerms(search).map(({needle, negated}): ExprNode => {
    const pieces = call('count', [call('split', [text, literal(needle)], 'string')])
    return operation(negated ? '==' : '>', pieces, literal(1))
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
      .reduce((left, right) => operation('+', left, right), literal(''))
  }
  const compact = call('compact', [operand], 'array')
  const readings = [
    resolve(TEXT, call('string', [operand])),
    resolve(TEXT, call('join', [compact, literal(' ')], 'array')),
    resolve(TEXT, call('text', [operand], 'pt')),
    ...(operand.type === 'This' ? [resolve(FOLDED, {type: 'AccessAttribute', name: '_id'})] : []),
  ]
  return call('coalesce', [...readings, literal('')])
}

function resolve(prefix: string, id: ExprNode): ExprNode {
  const value: ExprNode = operation('+', literal(prefix), id)
  const reference: ExprNode = {
    type: 'Object',
    attributes: [{type: 'ObjectAttributeValue', name: '_ref', value}],
  }
  return {type: 'AccessAttribute', name: 'text', base: {type: 'Deref', base: reference}}
}
