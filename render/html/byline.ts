import {creditRoles} from '../../vocabulary/articles.ts'
import {titleOf} from '../../vocabulary/option.ts'
import type {Article} from '../article.ts'
import {escapeText} from './escapeText.ts'

type Reason = NonNullable<Article['noBylineReason']>

/** What a reader is told when a story carries nobody’s name. */
const reasons: Readonly<Record<Reason, string>> = {
  agency: 'From a news agency',
  desk: 'By the desk',
  safety: 'The author’s name is withheld for safety',
  unknown: 'The author’s name is not known',
}

/** Who made the story, or why nobody is named; nothing when neither is filled in. */
export function renderByline({
  bylines,
  noBylineReason,
}: Pick<Article, 'bylines' | 'noBylineReason'>): string {
  const names = bylines.flatMap(({name, role}) => (name ? [credit(name, role)] : []))
  const words =
    names.length > 0 ? `By ${names.join(', ')}` : noBylineReason && reasons[noBylineReason]
  return words ? `<p class="byline">${words}</p>` : ''
}

/** A reporter needs no role beside the name: that is what readers expect. */
function credit(name: string, role: string): string {
  const title = role === 'reporter' ? undefined : titleOf(creditRoles, role)?.toLowerCase()
  return escapeText(title ? `${name} (${title})` : name)
}
