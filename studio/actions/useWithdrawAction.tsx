import {ArchiveIcon} from '@sanity/icons/Archive'
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {
  type DocumentActionComponent,
  type SanityDocument,
  useClient,
  useDocumentOperation,
  useTranslation,
} from 'sanity'

import {today} from '../../schemas/moment.ts'
import {isRecord} from '../../schemas/rules/read.ts'
import {API_VERSION} from '../apiVersion.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {goneAddress} from './goneAddress.ts'
import {Words} from './CorrectionForm.tsx'

/** “Withdraw”: puts a notice in place of a story, or takes it down where it endangers somebody. */
export const useWithdrawAction: DocumentActionComponent = ({id, type, draft, published}) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const toast = useToast()
  const client = useClient({apiVersion: API_VERSION})
  const {patch, unpublish} = useDocumentOperation(id, type)
  const [isOpen, setOpen] = useState(false)
  if (!published || isRecord((draft ?? published)['withdrawal'])) return null

  const tellWebsites = async (story: SanityDocument) => {
    try {
      const gone = await goneAddress(story, today())
      if (gone) await client.create(gone, {returnDocuments: false})
    } catch {
      toast.push({status: 'error', title: t('action.withdraw.untold')})
    }
  }
  const close = (title: string) => {
    setOpen(false)
    toast.push({status: 'success', title})
  }
  return {
    label: t('action.withdraw'),
    icon: ArchiveIcon,
    tone: 'critical',
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: t('action.withdraw.header'),
      width: 'medium',
      onClose: () => setOpen(false),
      content: (
        <WithdrawForm
          onNotice={(notice) => {
            const withdrawal = {_type: 'storyWithdrawal', date: today(), notice}
            patch.execute([{set: {withdrawal}}])
            close(t('action.withdraw.done'))
          }}
          onRemove={() => {
            unpublish.execute()
            close(t('action.withdraw.removed'))
            void tellWebsites(published)
          }}
        />
      ),
    },
  }
}

interface WithdrawFormProps {
  readonly onNotice: (notice: string) => void
  readonly onRemove: () => void
}

function WithdrawForm({onNotice, onRemove}: WithdrawFormProps) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const [notice, setNotice] = useState('')
  return (
    <Stack gap={4} padding={4} data-testid="withdraw-form">
      <Card border radius={2} padding={4}>
        <Stack gap={4}>
          <Text weight="semibold">{t('action.withdraw.notice')}</Text>
          <Words
            label={t('action.withdraw.notice.text')}
            help={t('action.withdraw.notice.help')}
            value={notice}
            onChange={setNotice}
          />
          <Flex justify="flex-end">
            <Button
              disabled={notice.trim() === ''}
              text={t('action.withdraw.with-notice')}
              onClick={() => onNotice(notice.trim())}
            />
          </Flex>
        </Stack>
      </Card>
      <Card border radius={2} padding={4}>
        <Stack gap={4}>
          <Text weight="semibold">{t('action.withdraw.safety')}</Text>
          <Text size={1} muted>
            {t('action.withdraw.safety.help')}
          </Text>
          <Flex justify="flex-end">
            <Button text={t('action.withdraw.remove')} onClick={onRemove} />
          </Flex>
        </Stack>
      </Card>
    </Stack>
  )
}
