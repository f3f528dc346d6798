import type {GraphNode} from './graphModel.ts'

export const FONT_SIZE = 13
export const LINE_HEIGHT = 18
/** Wide enough for the letters of a usual typeface, so that no name is cut off. */
const LETTER = 7.1
const BESIDE_NAME = 50
const LONGEST_LINE = 30

export const LABEL_FONT_SIZE = 12
const LABEL_LETTER = 6.3

interface Size {
  width: number
  height: number
}

/** How large a node’s box is; long names take several lines. */
export function boxSize({name}: Pick<GraphNode, 'name'>): Size {
  const lines = wrap(name)
  const longest = Math.max(...lines.map((line) => line.length), 3)
  return {width: Math.ceil(longest * LETTER) + BESIDE_NAME, height: lines.length * LINE_HEIGHT + 16}
}

/** How much room the words on a line take. */
export function labelSize(words: string): Size {
  return {width: Math.ceil(words.length * LABEL_LETTER) + 10, height: 18}
}

/** The lines of a name. */
export function wrap(name: string): string[] {
  const lines = ['']
  for (const word of name.split(' ')) {
    const line = lines.at(-1) ?? ''
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || longer.length <= LONGEST_LINE) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
