import {Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {type ReactNode, useState} from 'react'
import {useTranslation} from 'sanity'

import {DocumentLinks} from '../DocumentLinks.tsx'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import type {ForgettingPlan, StoredDocument} from './planForgetting.ts'
import {type Past, useEverything, useForgetting} from './useForgetting.ts'

interface ForgetDialogProps {
  /** What will happen, in words. */
  readonly what: string
  readonly confirm: string
  /** Nothing while the editor has not filled everything in. */
  readonly plan: (documents: readonly StoredDocument[]) => ForgettingPlan
  readonly isReady: boolean
  /** What has to be filled in first. */
  readonly children?: ReactNode
}

/**
 * Says what is about to be forgotten and where the name stands, does it, and then says what remains
 * for people to do: in texts, and outside this system.
 */
export function ForgetDialog({what, confirm, plan, isReady, children}: ForgetDialogProps) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const documents = useEverything()
  const forget = useForgetting()
  const [state, setState] = useState<'asking' | 'busy' | 'failed'>('asking')
  const [done, setDone] = useState<{plan: ForgettingPlan; result: Past}>()
  if (!documents) {
    return (
      <Flex padding={5} justify="center">
        <Spinner />
      </Flex>
    )
  }
  const planned = done?.plan ?? plan(documents)
  const carryOut = async () => {
    setState('busy')
    try {
      setDone({plan: planned, result: await forget(planned)})
    } catch {
      setState('failed')
    }
  }
  return (
    <Stack gap={4} padding={4} data-testid="forget-dialog">
      {done ? (
        <Card padding={3} radius={2} tone="positive" role="status">
          <Text size={1}>
            {t('forget.done')} {done.result.isGone && t('forget.recorded')}
          </Text>
        </Card>
      ) : (
        <>
          <Text size={1}>{what}</Text>
          {children}
        </>
      )}
      <Remaining plan={planned} />
      {done && <Outside plan={planned} isPastGone={done.result.isGone} />}
      {state === 'failed' && (
        <Card padding={3} radius={2} tone="critical" role="alert">
          <Text size={1}>{t('forget.failed')}</Text>
        </Card>
      )}
      {!done && (
        <Flex justify="flex-end">
          <Button
            disabled={!isReady || state === 'busy'}
            text={confirm}
            onClick={() => void carryOut()}
          />
        </Flex>
      )}
    </Stack>
  )
}

/** Where the name stands in words that only an editor may change. */
function Remaining({plan: {remaining}}: {plan: ForgettingPlan}) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const stories = remaining.filter(({type}) => type === 'article')
  const entries = remaining.filter(({type}) => type !== 'article')
  if (remaining.length === 0) return <Text size={1}>{t('forget.none')}</Text>
  return (
    <>
      {stories.length > 0 && <Text size={1}>{t('forget.stories')}</Text>}
      <DocumentLinks documents={stories} />
      {entries.length > 0 && <Text size={1}>{t('forget.entries')}</Text>}
      {entries.length > 0 && <DocumentLinks documents={entries} />}
      <Text size={1} muted>
        {t('forget.repeat')}
      </Text>
    </>
  )
}

function Outside({plan, isPastGone}: {plan: ForgettingPlan; isPastGone: boolean}) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const places = [
    'forget.outside.backups',
    'forget.outside.caches',
    'forget.outside.search',
    'forget.outside.files',
    ...(plan.sharedPictures.length > 0 ? ['forget.outside.picture'] : []),
    ...(isPastGone ? [] : ['forget.outside.hosted']),
  ]
  return (
    <Stack gap={3}>
      <Text size={1}>{t('forget.outside')}</Text>
      <Stack as="ul" gap={3}>
        {places.map((place) => (
          <Text as="li" size={1} key={place}>
            {t(place)}
          </Text>
        ))}
      </Stack>
    </Stack>
  )
}
