import {creditRoles} from '../../vocabulary/articles.ts'
import {titleOf} from '../../vocabulary/option.ts'
import type {Article} from '../article.ts'

type Reason = NonNullable<Article['noBylineReason']>

/** What a reader is told when a story carries nobody’s name. */
const reasons: Readonly<Record<Reason, string>> = {
  agency: 'From a news agency',
  desk: 'By the desk',
  safety: 'The author’s name is withheld for safety',
  unknown: 'The author’s name is not known',
}

/** Who made the story, or why nobody is named; undefined when neither is filled in. */
export function bylineWords({
  bylines,
  noBylineReason,
}: Pick<Article, 'bylines' | 'noBylineReason'>): string | undefined {
  const names = bylines.flatMap(({name, role}) => (name ? [credit(name, role)] : []))
  if (names.length > 0) return `By ${names.join(', ')}`
  return noBylineReason ? reasons[noBylineReason] : undefined
}

/** A reporter needs no role beside the name: that is what readers expect. */
function credit(name: string, role: string): string {
  const title = role === 'reporter' ? undefined : titleOf(creditRoles, role)?.toLowerCase()
  return title ? `${name} (${title})` : name
}
