import type {Annotated} from './annotated.ts'
import type {Quotation} from '../article.ts'
import {attributes, safeAddress} from './attributes.ts'

/**
 * Quoted words with their speaker as data. No `<q>`: browsers would add quotation marks to those
 * that are printed in the text. An address of the speaker’s page is named as `data-cite`.
 */
export function renderQuotation({value, children, urlFor}: Annotated<Quotation>): string {
  const {kind, speaker} = value
  const data = {
    class: 'quotation',
    'data-kind': kind,
    'data-speaker': speaker?.name,
    'data-cite': speaker ? safeAddress(urlFor(speaker)) : undefined,
  }
  return `<span${attributes(data)}>${children}</span>`
}
