import type {Article} from '../article.ts'
import {escapeText} from './escapeText.ts'

/** The headline; nothing for a story that has none yet. */
export function renderHeadline({title}: Pick<Article, 'title'>): string {
  return title ? `<h1>${escapeText(title)}</h1>` : ''
}
