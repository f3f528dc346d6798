import {useTranslation} from 'sanity'

import {confidences} from '../../vocabulary/desk.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {NAMESPACE} from '../i18n/locale.ts'
import type {Entry, Review} from './readReview.ts'
import type {Suggestion} from './suggestion.ts'

/** Says in words what is proposed and why. */
export function useWords({entries}: Pick<Review, 'entries'>) {
  const {t} = useTranslation(NAMESPACE)
  const nameOf = (id: string | undefined) =>
    (id !== undefined && entries.get(id)?.name) || t('review.nobody')
  const typeOf = (id: string | undefined) => {
    const type = id === undefined ? undefined : entries.get(id)?.type
    return type === undefined ? '' : t(`review.type.${type}`)
  }
  const ruleOf = (rule: string) =>
    rule
      .split(', ')
      .map((part) => t(`review.rule.${part}`, {defaultValue: part}))
      .join('; ')
  return {
    nameOf,
    /** The name of a rule as an editor would put it. */
    ruleOf,
    /** Who or what is proposed. */
    proposal: ({kind, target}: Suggestion) => {
      if (target === undefined && kind !== 'entry') return t(`review.kind.${kind}.open`)
      return t(`review.kind.${kind}`, {name: nameOf(target), type: typeOf(target)})
    },
    reason: ({rule, confidence}: Suggestion) =>
      rule === ''
        ? t('review.why.none')
        : t('review.why', {rule: ruleOf(rule), confidence: titleOf(confidences, confidence) ?? ''}),
    /** An entry with its kind and what tells it from others of its name. */
    entry: ({name, note, id, isSuggested}: Entry) =>
      t(isSuggested ? 'review.known.new' : 'review.known', {
        name: [name, note].filter(Boolean).join(', '),
        type: typeOf(id),
      }),
  }
}
