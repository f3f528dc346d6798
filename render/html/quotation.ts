import type {Annotated} from '../annotated.ts'
import type {Quotation} from '../article.ts'
import {quotationAttributes} from '../parts/marks.ts'
import {attributes} from './attributes.ts'

/**
 * Quoted words with their speaker as data. No `<q>`: browsers would add quotation marks to those
 * that are printed in the text.
 */
export function renderQuotation({value, children, urlFor}: Annotated<Quotation>): string {
  return `<span${attributes(quotationAttributes(value, urlFor))}>${children}</span>`
}
