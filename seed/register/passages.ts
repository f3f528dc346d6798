import type {Extraction} from '../extract/extract.ts'
import {fold} from '../extract/fold.ts'
import type {Span} from '../extract/span.ts'
import {covers} from '../extract/span.ts'

/** Where a passage stands in the article: its words, and which paragraph they belong to. */
export interface LocatedPassage extends Span {
  readonly paragraph: number
}

type Layout = Pick<Extraction, 'text' | 'title' | 'paragraphs'>

/** Finds the one paragraph that prints a passage; `undefined` when none does, or several do. */
export function locatePassage(article: Layout, passage: string): LocatedPassage | undefined {
  const [only, second] = occurrences(article, passage)
  return second && second.paragraph !== only?.paragraph ? undefined : only
}

/** What is wrong with a passage, and how to mend it; `undefined` when it is printed in one paragraph. */
export function passageProblem(article: Layout, passage: string): string | undefined {
  if (locatePassage(article, passage)) return undefined
  const found = occurrences(article, passage)
  if (found.length > 0) {
    const paragraphs = [...new Set(found.map(({paragraph}) => paragraph + 1))].join(' and ')
    return `${shown(passage)} stands in paragraphs ${paragraphs}; quote more words, so that only one of them is meant`
  }
  const {title, text} = article
  if (title && text.slice(title.start, title.end).includes(passage)) {
    return `${shown(passage)} stands only in the headline; quote a paragraph of the text`
  }
  const close = asPrinted(text, passage)
  return close === undefined
    ? `${shown(passage)} is not in the article; copy the passage from it word for word`
    : `${shown(passage)} is not in the article, which prints ${shown(close)}; copy that`
}

function occurrences({text, paragraphs}: Layout, passage: string): LocatedPassage[] {
  const found: LocatedPassage[] = []
  for (let start = text.indexOf(passage); start !== -1; start = text.indexOf(passage, start + 1)) {
    const span = {start, end: start + passage.length}
    const paragraph = paragraphs.findIndex((one) => covers(one, span))
    if (paragraph !== -1) found.push({...span, paragraph})
  }
  return found
}

/** The words of the article that differ from a passage in marks, accents or capitals only. */
function asPrinted(text: string, passage: string): string | undefined {
  const article = fold(text)
  const wanted = fold(passage.trim()).text.toLowerCase()
  const at = article.text.toLowerCase().indexOf(wanted)
  if (at === -1 || wanted === '') return undefined
  return text.slice(article.offsetOf(at), article.offsetOf(at + wanted.length))
}

function shown(passage: string): string {
  return `“${passage.length > 60 ? `${passage.slice(0, 57)}…` : passage}”`
}
