import {LockIcon} from '@sanity/icons/Lock'
import {useToast} from '@sanity/ui/toast'
import {type DocumentActionComponent, useClient, useCurrentUser, useTranslation} from 'sanity'
import {useRouter} from 'sanity/router'

import {isRecord, isText} from '../../schemas/rules/read.ts'
import {API_VERSION} from '../apiVersion.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {maySeeConfidential} from '../roles.ts'

const TYPE = 'protectedIdentity'

/**
 * “Who holds the identity”: opens the confidential record of a protected person. It is made here and
 * nowhere else, for its id must have the dot that keeps it from readers.
 */
export const useIdentityAction: DocumentActionComponent = ({id: person, draft, published}) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const client = useClient({apiVersion: API_VERSION})
  const router = useRouter()
  const toast = useToast()
  const user = useCurrentUser()
  const {naming, identityProtection} = {...(draft ?? published)}
  const isProtected = naming === 'codename' || isRecord(identityProtection)
  if (!isProtected || !maySeeConfidential(user)) return null

  const open = async () => {
    const query = '*[_type == $type && person._ref == $person][0]._id'
    const options = {perspective: 'drafts'} as const
    const known: unknown = await client.fetch(query, {type: TYPE, person}, options)
    const id = isText(known) ? known : `protected.${crypto.randomUUID()}`
    if (known !== id) {
      const reference = {_type: 'reference', _ref: person, _weak: true}
      await client.create({_id: `drafts.${id}`, _type: TYPE, person: reference})
    }
    router.navigateIntent('edit', {id, type: TYPE})
  }
  return {
    label: t('action.identity'),
    icon: LockIcon,
    onHandle: () =>
      void open().catch(() => toast.push({status: 'error', title: t('action.failed')})),
  }
}
