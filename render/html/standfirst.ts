import type {Article} from '../article.ts'
import {escapeText} from './escapeText.ts'

/** The lines under the headline, if there are any. */
export function renderStandfirst({standfirst}: Pick<Article, 'standfirst'>): string {
  return standfirst ? `<p class="standfirst">${escapeText(standfirst)}</p>` : ''
}
