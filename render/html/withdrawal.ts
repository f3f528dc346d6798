import type {Withdrawal} from '../article.ts'
import {withdrawalNotice} from '../parts/notices.ts'
import {attributes} from './attributes.ts'
import {escapeText} from './escapeText.ts'

/** What stands in the place of a story that was taken back: the notice and its day, nothing else. */
export function renderWithdrawal({date, notice}: Withdrawal): string {
  const day = date ? ` <time${attributes({datetime: date})}>${escapeText(date)}</time>` : ''
  return `<p class="withdrawal">${escapeText(withdrawalNotice({notice}))}${day}</p>`
}
