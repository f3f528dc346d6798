import {useToast} from '@sanity/ui/toast'
import {useCallback} from 'react'
import {
  getPublishedId,
  useClient,
  useCurrentUser,
  useDocumentOperation,
  useTranslation,
} from 'sanity'

import type {MarkedWords} from '../../schemas/confirmation.ts'
import {API_VERSION} from '../apiVersion.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {changeCompanion} from './companion.ts'
import {
  confirmPatch,
  decidedItems,
  type Decision,
  excludedWords,
  removePatches,
} from './decisions.ts'

/** What an editor decides about marks; `never` also keeps their words from being suggested again. */
export type Verdict = Decision['decision'] | 'never'

/**
 * Confirms or rejects marks of a story: in its draft, and in the desk’s record of decisions. Answers
 * whether that worked; if not, the editor was told.
 */
export function useDecide(id: string) {
  const story = getPublishedId(id)
  const {t} = useTranslation(DESK_NAMESPACE)
  const toast = useToast()
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const {patch} = useDocumentOperation(story, 'article')
  const by = user?.name ?? user?.id ?? ''

  return useCallback(
    async (verdict: Verdict, marks: readonly MarkedWords[]): Promise<boolean> => {
      const decision = verdict === 'confirmed' ? verdict : 'rejected'
      const at = new Date().toISOString()
      const [first] = marks
      try {
        await changeCompanion(client, story, ({items, notThis}) => ({
          items: decidedItems(items, marks, {decision, by, at}),
          ...(verdict === 'never' && first && {notThis: excludedWords(notThis, first)}),
        }))
      } catch {
        toast.push({status: 'error', title: t('action.failed')})
        return false
      }
      const suggested = marks.filter(({mark}) => mark['suggested'] === true)
      const patches = decision === 'rejected' ? removePatches(marks) : [confirmPatch(suggested)]
      if (decision === 'rejected' || suggested.length > 0) patch.execute(patches)
      return true
    },
    [client, story, by, patch, toast, t],
  )
}
