import {computed, valueOf} from './computed.ts'
import {isNode, type Node} from './nodes.ts'
import {patternTerms} from './searchedWords.ts'

/**
 * Gives `match` no more of the texts to its left than the pieces in which its pattern may be found,
 * since it takes apart all that it is given: the words that fit, for which it looks and which
 * `score()` counts, stay the same. The left is evaluated before the right. Changes the node.
 */
export function narrowMatch(node: Node): void {
  const {left, right} = node
  if (!isNode(left) || !isNode(right)) return
  let known: {pattern: string; finder: RegExp | undefined} | undefined
  let wanted: unknown
  node['left'] = computed((_scope, evaluate) => {
    const texts = evaluate(left)
    wanted = evaluate(right)
    const pattern = [wanted].flat().filter(isText).join(' ')
    if (known?.pattern !== pattern) known = {pattern, finder: finderOf(pattern)}
    const {finder} = known
    if (!finder) return texts
    const pieces = [texts]
      .flat()
      .filter(isText)
      .map((text) => piecesIn(text, finder))
    // Nothing will be found; without a pattern the evaluator need not read one.
    if (pieces.every((piece) => piece === '')) wanted = ''
    return pieces
  })
  node['right'] = valueOf(() => wanted)
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
