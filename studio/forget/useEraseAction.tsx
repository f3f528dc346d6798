import {RemoveCircleIcon} from '@sanity/icons/RemoveCircle'
import {useState} from 'react'
import {type DocumentActionComponent, useTranslation} from 'sanity'

import {isText} from '../../schemas/rules/read.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {ForgetDialog} from './ForgetDialog.tsx'
import {planErasing} from './planForgetting.ts'

/** “Erase source”: the entry goes, with everything recorded about the person. */
export const useEraseAction: DocumentActionComponent = ({id, draft, published}) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  // The entry is gone before the dialog is: what it is called is kept from when it was opened.
  const [header, setHeader] = useState<string>()
  const name = (draft ?? published)?.['name']
  if (!draft && !published && header === undefined) return null
  return {
    label: t('action.erase'),
    icon: RemoveCircleIcon,
    tone: 'critical',
    onHandle: () => setHeader(t('action.erase.header', {name: isText(name) ? name : ''})),
    dialog: header !== undefined && {
      type: 'dialog',
      header,
      width: 'medium',
      onClose: () => setHeader(undefined),
      content: (
        <ForgetDialog
          what={t('action.erase.what')}
          confirm={t('action.erase.do')}
          isReady
          plan={(documents) => planErasing(documents, id, t('action.erase.instead'))}
        />
      ),
    },
  }
}
