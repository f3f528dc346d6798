import type {Article} from '../article.ts'
import {attributes} from './attributes.ts'
import {escapeText} from './escapeText.ts'

/** What stands in the place of a story that was taken back: the notice and its day, nothing else. */
export function renderWithdrawal({date, notice}: NonNullable<Article['withdrawal']>): string {
  const day = date ? ` <time${attributes({datetime: date})}>${escapeText(date)}</time>` : ''
  return `<p class="withdrawal">${escapeText(notice ?? 'This story has been withdrawn.')}${day}</p>`
}
