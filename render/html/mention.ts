import type {Annotated} from '../annotated.ts'
import type {Mention} from '../article.ts'
import {mentionAttributes} from '../parts/marks.ts'
import {attributes} from './attributes.ts'

/** A name in the text, linked to the page of whom or what it names where there is one. */
export function renderMention({value, children, urlFor}: Annotated<Mention>): string {
  const data = mentionAttributes(value, urlFor)
  const tag = data.href === undefined ? 'span' : 'a'
  return `<${tag}${attributes(data)}>${children}</${tag}>`
}
