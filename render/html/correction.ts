import {correctionKinds} from '../../vocabulary/articles.ts'
import {titleOf} from '../../vocabulary/option.ts'
import type {Article} from '../article.ts'
import {attributes} from './attributes.ts'
import {escapeText} from './escapeText.ts'

type Correction = Article['corrections'][number]

/** What readers are told of one change to the story; the old wording only where it was kept. */
export function renderCorrection({date, kind, text, before, after}: Correction): string {
  const [label] = (titleOf(correctionKinds, kind) ?? 'Note').split(':')
  return [
    '<li class="correction">',
    `<p><strong>${escapeText(label ?? '')}</strong>`,
    date ? `, <time${attributes({datetime: date})}>${escapeText(date)}</time>` : '',
    `: ${escapeText(text ?? '')}</p>`,
    before ? `<p>Before: <del>${escapeText(before)}</del></p>` : '',
    after ? `<p>Now: <ins>${escapeText(after)}</ins></p>` : '',
    '</li>',
  ].join('')
}
