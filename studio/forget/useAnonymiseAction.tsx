import {EyeClosedIcon} from '@sanity/icons/EyeClosed'
import {Select, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {type DocumentActionComponent, useTranslation} from 'sanity'

import {isText} from '../../schemas/rules/read.ts'
import {protectionBases} from '../../vocabulary/people.ts'
import {Field} from '../actions/CorrectionForm.tsx'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {ForgetDialog} from './ForgetDialog.tsx'
import {planAnonymising} from './planForgetting.ts'

/** “Anonymise person”: the entry stays, under a name that points to nobody. */
export const useAnonymiseAction: DocumentActionComponent = ({id, draft, published}) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const [header, setHeader] = useState<string>()
  const name = (draft ?? published)?.['name']
  return {
    label: t('action.anonymise'),
    // It keeps its place in the menu: the dialog of the action below would close with an erased entry.
    disabled: !draft && !published,
    icon: EyeClosedIcon,
    tone: 'critical',
    onHandle: () => setHeader(t('action.anonymise.header', {name: isText(name) ? name : ''})),
    dialog: header !== undefined && {
      type: 'dialog',
      header,
      width: 'medium',
      onClose: () => setHeader(undefined),
      content: <Anonymise person={id} />,
    },
  }
}

function Anonymise({person}: {person: string}) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const [name, setName] = useState('')
  const [basis, setBasis] = useState('ownRequest')
  return (
    <ForgetDialog
      what={t('action.anonymise.what')}
      confirm={t('action.anonymise.do')}
      isReady={name.trim() !== ''}
      plan={(documents) => planAnonymising(documents, person, {name: name.trim(), basis})}
    >
      <Field label={t('action.anonymise.name')}>
        {(id) => (
          <Stack gap={2}>
            <TextInput
              id={id}
              value={name}
              onChange={({currentTarget}) => setName(currentTarget.value)}
            />
            <Text size={1} muted>
              {t('action.anonymise.name.help')}
            </Text>
          </Stack>
        )}
      </Field>
      <Field label={t('action.anonymise.basis')}>
        {(id) => (
          <Select
            id={id}
            value={basis}
            onChange={({currentTarget}) => setBasis(currentTarget.value)}
          >
            {protectionBases.map(({value, title}) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </ForgetDialog>
  )
}
