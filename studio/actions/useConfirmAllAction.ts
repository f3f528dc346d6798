import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useDocumentOperation, useTranslation} from 'sanity'

import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {suggestedMarks} from './decisions.ts'
import {useDecide} from './useDecide.ts'

/** “Confirm all suggestions”: of a story’s text, or of an entry that a machine proposed. */
export const useConfirmAllAction: DocumentActionComponent = ({id, type, draft}) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const toast = useToast()
  const decide = useDecide(id)
  const {patch} = useDocumentOperation(id, type)
  const [isAsking, setAsking] = useState(false)
  const marks = suggestedMarks(draft?.['body'])
  const isSuggested = draft?.['suggested'] === true
  const count = marks.length + (isSuggested ? 1 : 0)
  if (count === 0) return null

  const confirm = async () => {
    setAsking(false)
    if (isSuggested) patch.execute([{unset: ['suggested']}])
    const isDone = marks.length === 0 || (await decide('confirmed', marks))
    if (isDone) toast.push({status: 'success', title: t('action.confirm-all.done')})
  }
  return {
    label: t('action.confirm-all'),
    icon: CheckmarkCircleIcon,
    onHandle: () => setAsking(true),
    dialog: isAsking && {
      type: 'confirm',
      tone: 'caution',
      message: t('action.confirm-all.message', {count}),
      confirmButtonText: t('mark.confirm'),
      cancelButtonText: t('action.cancel'),
      onCancel: () => setAsking(false),
      onConfirm: () => void confirm(),
    },
  }
}
