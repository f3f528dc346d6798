import {
  type DocumentBadgeComponent,
  type DocumentBadgeProps,
  type DocumentBadgesResolver,
  useTranslation,
} from 'sanity'

import {isChanged} from '../../schemas/confirmation.ts'
import {momentInWords} from '../../schemas/moment.ts'
import {isFilled, isRecord, isText, itemsOf} from '../../schemas/rules/read.ts'
import {disclosureOf} from '../../vocabulary/disclosure.ts'
import {suggestedMarks} from '../actions/decisions.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {useDeskQuery} from '../useDeskQuery.ts'

/** The badges that each type of document can carry under its title, beside Studio’s own. */
export const deskBadges: DocumentBadgesResolver = (badges, {schemaType}) => [
  ...badges,
  ...(byType[schemaType] ?? suggestedOnly),
]

const useSuggestedBadge: DocumentBadgeComponent = (props) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const shown = shownOf(props)
  const count = suggestedMarks(shown['body']).length + (shown['suggested'] === true ? 1 : 0)
  if (count === 0) return null
  return {
    label: t('badge.suggested', {count}),
    title: t('badge.suggested.title'),
    color: 'warning',
  }
}

const useChangedBadge: DocumentBadgeComponent = (props) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const items = useDeskQuery('*[_type == "desk" && subject._ref == $id].items[]', {id: props.id})
  const {body} = shownOf(props)
  if (!itemsOf(items).some((item) => item['decision'] === 'confirmed' && isChanged(item, body))) {
    return null
  }
  return {label: t('badge.changed'), title: t('badge.changed.title'), color: 'warning'}
}

const useEmbargoBadge: DocumentBadgeComponent = (props) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const {embargoUntil} = shownOf(props)
  if (!isText(embargoUntil) || new Date(embargoUntil) <= new Date()) return null
  return {label: t('badge.embargoed', {moment: momentInWords(embargoUntil)}), color: 'danger'}
}

const useWithdrawnBadge: DocumentBadgeComponent = (props) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  if (!isRecord(shownOf(props)['withdrawal'])) return null
  return {label: t('badge.withdrawn'), title: t('badge.withdrawn.title'), color: 'danger'}
}

const useCorrectedBadge: DocumentBadgeComponent = (props) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  if (!isFilled(shownOf(props)['corrections'])) return null
  return {label: t('badge.corrected'), title: t('badge.corrected.title'), color: 'primary'}
}

const useProtectedBadge: DocumentBadgeComponent = (props) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const {identityProtection, naming} = shownOf(props)
  if (!isRecord(identityProtection) && naming !== 'codename') return null
  return {label: t('badge.protected'), title: t('badge.protected.title'), color: 'danger'}
}

const useDisclosedBadge: DocumentBadgeComponent = (props) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const {disclosed, of, missing} = disclosureOf(shownOf(props))
  return {
    label: t('badge.disclosed', {disclosed, of}),
    title:
      missing.length > 0
        ? t('badge.disclosed.title', {missing: missing.join(', ')})
        : t('badge.disclosed.all'),
    color: disclosed === of ? 'success' : 'primary',
  }
}

const suggestedOnly = [useSuggestedBadge]

const byType: Readonly<Record<string, readonly DocumentBadgeComponent[]>> = {
  article: [
    useSuggestedBadge,
    useChangedBadge,
    useEmbargoBadge,
    useWithdrawnBadge,
    useCorrectedBadge,
  ],
  person: [useProtectedBadge, useSuggestedBadge],
  poll: [useDisclosedBadge, useSuggestedBadge],
  desk: [],
  protectedIdentity: [],
}

/** The document that an editor sees: the draft where there is one. */
function shownOf({draft, published, version}: DocumentBadgeProps): Record<string, unknown> {
  return {...(version ?? draft ?? published)}
}
