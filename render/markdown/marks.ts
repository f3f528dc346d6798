import type {Annotated} from '../annotated.ts'
import type {Figure, Link, Mention, Quotation} from '../article.ts'
import {targetOf} from './escape.ts'

/** A name in the text, linked to the page of whom or what it names where there is one. */
export function renderMention({value, children, urlFor}: Annotated<Mention>): string {
  return linked(children, urlFor(value.entity))
}

/** A link to a page elsewhere; only the words when the address could run a script. */
export function renderLink({value, children}: Pick<Annotated<Link>, 'value' | 'children'>): string {
  return linked(children, value.href)
}

/** Quoted words and numbers: Markdown has nothing to add to what is printed. */
export function renderWords({children}: Pick<Annotated<Quotation | Figure>, 'children'>): string {
  return children
}

function linked(children: string, address: string | undefined): string {
  const target = targetOf(address)
  return target === undefined ? children : `[${children}](${target})`
}
