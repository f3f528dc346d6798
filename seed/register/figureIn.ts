import type {Extraction} from '../extract/extract.ts'
import type {Figure} from '../extract/figures.ts'
import {covers} from '../extract/span.ts'
import {locatePassage} from './passages.ts'

/** The one figure that a passage holds; `undefined` when it holds none or several. */
export function figureIn(article: Extraction, passage: string): Figure | undefined {
  const located = locatePassage(article, passage)
  const held = located ? article.figures.filter((figure) => covers(located, figure)) : []
  return held.length === 1 ? held[0] : undefined
}
