import {EditIcon} from '@sanity/icons/Edit'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useDocumentOperation, useTranslation} from 'sanity'

import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {CorrectionForm} from './CorrectionForm.tsx'
import {correctionPatches} from './correctionPatches.ts'

/** “Add correction”: tells readers of a story that was out what has been changed since. */
export const useCorrectionAction: DocumentActionComponent = ({id, type, published}) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const toast = useToast()
  const {patch} = useDocumentOperation(id, type)
  const [isOpen, setOpen] = useState(false)
  if (!published) return null
  return {
    label: t('action.correct'),
    icon: EditIcon,
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: t('action.correct'),
      width: 'medium',
      onClose: () => setOpen(false),
      content: (
        <CorrectionForm
          onAdd={(correction) => {
            patch.execute(correctionPatches(correction, crypto.randomUUID().slice(0, 12)))
            setOpen(false)
            toast.push({status: 'success', title: t('action.correct.done')})
          }}
        />
      ),
    },
  }
}
