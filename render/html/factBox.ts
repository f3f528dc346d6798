import type {FactBox} from '../article.ts'
import {factParagraphs} from '../parts/text.ts'
import {escapeText} from './escapeText.ts'

/** A few lines of background, set apart from the story. */
export function renderFactBox(box: FactBox): string {
  const title = box.title ? `<h2>${escapeText(box.title)}</h2>` : ''
  const text = factParagraphs(box).map((paragraph) => `<p>${escapeText(paragraph)}</p>`)
  return `<aside class="fact-box">${title}${text.join('')}</aside>`
}
