import {correctionKinds} from '../../vocabulary/articles.ts'
import {titleOf} from '../../vocabulary/option.ts'
import type {Correction, Withdrawal} from '../article.ts'

/** What kind of change readers are told of, in a word or two. */
export function correctionLabel({kind}: Pick<Correction, 'kind'>): string {
  const [label = ''] = (titleOf(correctionKinds, kind) ?? 'Note').split(':')
  return label
}

/** What stands in the place of a story that was taken back. */
export function withdrawalNotice({notice}: Pick<Withdrawal, 'notice'>): string {
  return notice || 'This story has been withdrawn.'
}
