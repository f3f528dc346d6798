import type {Annotated} from './annotated.ts'
import type {Mention} from '../article.ts'
import {attributes, safeAddress} from './attributes.ts'

/** A name in the text, linked to the page of whom or what it names. */
export function renderMention({value, children, urlFor}: Annotated<Mention>): string {
  const {entity} = value
  const href = safeAddress(urlFor(entity))
  const data = {class: 'mention', 'data-type': entity._type}
  return href
    ? `<a${attributes({...data, href})}>${children}</a>`
    : `<span${attributes(data)}>${children}</span>`
}
