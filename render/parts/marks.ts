import type {Figure, Link, Mention, Quotation, UrlFor} from '../article.ts'
import {safeAddress} from '../safeAddress.ts'

// The attributes of annotated words, by their names in HTML, which React takes too but for `class`.

/**
 * Of a name: a name in another language than the story says in which, so that it is read aloud
 * right and stands in its own direction.
 */
export function mentionAttributes({entity, language}: Mention, urlFor: UrlFor) {
  return {
    class: 'mention',
    'data-type': entity._type,
    lang: language ?? undefined,
    dir: language === null ? undefined : 'auto',
    href: safeAddress(urlFor(entity)),
  } as const
}

/** Of quoted words: an address of the speaker’s page is named as `data-cite`. */
export function quotationAttributes({kind, speaker}: Quotation, urlFor: UrlFor) {
  return {
    class: 'quotation',
    'data-kind': kind,
    'data-speaker': speaker?.name,
    'data-cite': speaker ? safeAddress(urlFor(speaker)) : undefined,
  } as const
}

/** Of a number in the words of the story: what they come to is `value`, undefined if unknown. */
export function figureAttributes({value, attributedTo}: Figure) {
  return {
    class: 'figure',
    'data-qualifier': value.qualifier,
    'data-unit': value.unit ?? undefined,
    'data-claimed-by': attributedTo?.name,
    value: value.value ?? undefined,
  } as const
}

/** Of a link to a page elsewhere; undefined when its address could run a script. */
export function linkAttributes({href}: Link) {
  const address = safeAddress(href)
  return address === undefined ? undefined : {href: address, rel: 'noopener noreferrer'}
}
