import {ResetIcon} from '@sanity/icons/Reset'
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {type DocumentActionComponent, getDraftId, useClient, useTranslation} from 'sanity'

import {Words} from '../actions/CorrectionForm.tsx'
import {API_VERSION} from '../apiVersion.ts'
import {DocumentLinks} from '../DocumentLinks.tsx'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {forgetPast, type Past} from './useForgetting.ts'

/** “Remove earlier versions”: once something has been taken out of a document, out of its past too. */
export const usePastAction: DocumentActionComponent = ({id}) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const [isOpen, setOpen] = useState(false)
  return {
    label: t('action.past'),
    icon: ResetIcon,
    tone: 'critical',
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: t('action.past'),
      width: 'medium',
      onClose: () => setOpen(false),
      content: <RemovePast id={id} />,
    },
  }
}

function RemovePast({id}: {id: string}) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const client = useClient({apiVersion: API_VERSION})
  const [word, setWord] = useState('')
  const [past, setPast] = useState<Past | 'failed'>()
  const remove = () =>
    forgetPast(client, {ids: [id, getDraftId(id)], words: word.trim() ? [word.trim()] : []}).then(
      setPast,
      () => setPast('failed'),
    )
  if (past === 'failed') {
    return (
      <Card padding={4} tone="critical" role="alert">
        <Text size={1}>{t('action.failed')}</Text>
      </Card>
    )
  }
  if (past) return <Outcome past={past} />
  return (
    <Stack gap={4} padding={4}>
      <Text size={1}>{t('action.past.what')}</Text>
      <Words
        label={t('action.past.word')}
        help={t('action.past.word.help')}
        value={word}
        onChange={setWord}
      />
      <Flex justify="flex-end">
        <Button text={t('action.past.do')} onClick={() => void remove()} />
      </Flex>
    </Stack>
  )
}

function Outcome({past}: {past: Past}) {
  const {t} = useTranslation(DESK_NAMESPACE)
  if (!past.isGone) {
    return (
      <Card padding={4}>
        <Text size={1}>{t('forget.outside.hosted')}</Text>
      </Card>
    )
  }
  return (
    <Stack gap={4} padding={4} role="status">
      <Text size={1}>{t('forget.recorded')}</Text>
      <Text size={1}>{t(past.remaining.length > 0 ? 'action.past.left' : 'action.past.none')}</Text>
      <DocumentLinks documents={past.remaining} />
    </Stack>
  )
}
