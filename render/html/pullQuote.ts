import type {QuotedWords, UrlFor} from '../article.ts'
import {safeAddress} from '../safeAddress.ts'
import {attributes} from './attributes.ts'
import {escapeText} from './escapeText.ts'

/** Words of the story once more and large, as they are printed there, with whoever said them. */
export function renderPullQuote({text, speaker}: QuotedWords, {urlFor}: {urlFor: UrlFor}): string {
  const cite = speaker ? safeAddress(urlFor(speaker)) : undefined
  return [
    `<figure class="pull-quote"><blockquote${attributes({cite})}><p>${escapeText(text)}</p></blockquote>`,
    speaker?.name ? `<figcaption>${escapeText(speaker.name)}</figcaption>` : '',
    '</figure>',
  ].join('')
}
