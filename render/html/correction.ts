import type {Correction} from '../article.ts'
import {correctionLabel} from '../parts/notices.ts'
import {attributes} from './attributes.ts'
import {escapeText} from './escapeText.ts'

/** What readers are told of one change to the story; the old wording only where it was kept. */
export function renderCorrection({date, kind, text, before, after}: Correction): string {
  return [
    '<li class="correction">',
    `<p><strong>${escapeText(correctionLabel({kind}))}</strong>`,
    date ? `, <time${attributes({datetime: date})}>${escapeText(date)}</time>` : '',
    `: ${escapeText(text)}</p>`,
    before ? `<p>Before: <del>${escapeText(before)}</del></p>` : '',
    after ? `<p>Now: <ins>${escapeText(after)}</ins></p>` : '',
    '</li>',
  ].join('')
}
