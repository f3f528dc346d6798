import type {Annotated} from '../annotated.ts'
import type {Link} from '../article.ts'
import {linkAttributes} from '../parts/marks.ts'
import {attributes} from './attributes.ts'

/** A link to a page elsewhere; only the words when the address could run a script. */
export function renderLink({value, children}: Pick<Annotated<Link>, 'value' | 'children'>): string {
  const data = linkAttributes(value)
  return data ? `<a${attributes(data)}>${children}</a>` : children
}
