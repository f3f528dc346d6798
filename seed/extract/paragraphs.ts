import type {Span} from './span.ts'

/** The printed lines of an article: its headline, when it has one, and its body paragraphs. */
export interface Layout {
  readonly title: Span | null
  readonly paragraphs: readonly Span[]
}

const longestTitle = 150

/**
 * Reads an article's lines. The first line that holds anything is the headline if it is short and
 * does not end in a full stop; every further line is a paragraph. White space around a line belongs
 * to neither. Where the headline is known to stand there, the first line is it, however it looks.
 */
export function readLayout(text: string, isTitled = false): Layout {
  const lines = [...text.matchAll(/[^\r\n\u2028\u2029]+/g)].flatMap((line) => {
    const words = line[0].replace(/^[\s\uFEFF]+/, '')
    const start = line.index + line[0].length - words.length
    const end = start + words.trimEnd().length
    return end > start ? [{start, end}] : []
  })
  const [first, ...rest] = lines
  if (!first) return {title: null, paragraphs: []}
  return isTitled || isTitle(text.slice(first.start, first.end))
    ? {title: first, paragraphs: rest}
    : {title: null, paragraphs: lines}
}

function isTitle(line: string): boolean {
  return line.length <= longestTitle && !line.endsWith('.')
}
