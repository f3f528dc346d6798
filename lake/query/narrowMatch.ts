import type {ExprNode} from 'groq-js'

import {computed} from './computed.ts'
import {isNode, type Node} from './nodes.ts'
import {patternTerms} from './searchedWords.ts'

/**
 * Gives `match` no more of the texts to its left than the pieces in which its pattern may be found,
 * since it takes apart all that it is given: the words that fit, for which it looks and which
 * `score()` counts, stay the same. Changes the node.
 */
export function narrowMatch(node: Node): void {
  const {left, right} = node
  if (!isNode(left) || !isNode(right)) return
  let known: {pattern: string; finder: RegExp | undefined} | undefined
  const narrowed: ExprNode = computed((evaluate) => {
    const texts = evaluate(left)
    const asked = evaluate(right)
    const patterns = (Array.isArray(asked) ? asked : [asked]).filter(isText)
    const pattern = patterns.join(' ')
    if (known?.pattern !== pattern) known = {pattern, finder: finderOf(pattern)}
    const {finder} = known
    if (!finder) return texts
    if (Array.isArray(texts)) return texts.filter(isText).map((text) => piecesIn(text, finder))
    return isText(texts) ? piecesIn(texts, finder) : texts
  })
  node['left'] = narrowed
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** How much of a term is looked for. */
const LONGEST_BEGINNING = 20

/**
 * Finds where one of a pattern's terms may begin; full stops within words are passed over, as `match`
 * does. `undefined` when a term begins with a character that stands for others.
 */
function finderOf(pattern: string): RegExp | undefined {
  const beginnings = patternTerms(pattern).map((term) => /^[^*.]*/.exec(term)?.[0] ?? '')
  if (beginnings.length === 0 || beginnings.includes('')) return undefined
  const alternatives = beginnings.map((beginning) =>
    beginning.slice(0, LONGEST_BEGINNING).split('').join('\\.*'),
  )
  return new RegExp(alternatives.join('|'), 'gi')
}

const SPACE = /\s/

/** What stands between white space, as far as something is found in it. */
function piecesIn(text: string, finder: RegExp): string {
  const pieces: string[] = []
  finder.lastIndex = 0
  for (let found = finder.exec(text); found; found = finder.exec(text)) {
    let begin = found.index
    while (begin > 0 && !SPACE.test(text.charAt(begin - 1))) begin--
    let end = found.index
    while (end < text.length && !SPACE.test(text.charAt(end))) end++
    pieces.push(text.slice(begin, end))
    finder.lastIndex = end
  }
  return pieces.join(' ')
}
