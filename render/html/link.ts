import type {Annotated} from './annotated.ts'
import type {Link} from '../article.ts'
import {attributes, safeAddress} from './attributes.ts'

/** A link to a page elsewhere; only the words when the address could run a script. */
export function renderLink({value, children}: Pick<Annotated<Link>, 'value' | 'children'>): string {
  const href = safeAddress(value.href)
  return href ? `<a${attributes({href, rel: 'noopener noreferrer'})}>${children}</a>` : children
}
