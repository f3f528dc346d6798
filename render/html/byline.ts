import type {Article} from '../article.ts'
import {bylineWords} from '../parts/byline.ts'
import {escapeText} from './escapeText.ts'

/** Who made the story, or why nobody is named; nothing when neither is filled in. */
export function renderByline(article: Pick<Article, 'bylines' | 'noBylineReason'>): string {
  const words = bylineWords(article)
  return words === undefined ? '' : `<p class="byline">${escapeText(words)}</p>`
}
