import {PublishIcon} from '@sanity/icons/Publish'
import {Button, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useEffect, useState} from 'react'
import {
  type DocumentActionComponent,
  getPublishedId,
  useClient,
  useTranslation,
  useWorkspace,
  validateDocument,
} from 'sanity'

import {joinWords} from '../../schemas/preview.ts'
import {API_VERSION} from '../apiVersion.ts'
import {DocumentLinks} from '../DocumentLinks.tsx'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {loadPublishingSet, type LoadedSet} from './loadPublishingSet.ts'
import {type Draft, publishActions, suggestionsIn} from './publishingSet.ts'

/** “Publish with its new entities”: a story and whom it brings along, all of them or nothing. */
export const usePublishSetAction: DocumentActionComponent = ({id, draft}) => {
  const {t} = useTranslation(DESK_NAMESPACE)
  const [isOpen, setOpen] = useState(false)
  const isWaiting = draft !== null && bringsAlong(draft)
  if (!isWaiting) return null
  return {
    label: t('action.publish-set'),
    icon: PublishIcon,
    onHandle: () => setOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: t('action.publish-set'),
      width: 'medium',
      onClose: () => setOpen(false),
      content: <PublishSet story={id} onDone={() => setOpen(false)} />,
    },
  }
}

/** Whether a draft points to entries that were not published when it was written. */
function bringsAlong(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(bringsAlong)
  if (typeof value !== 'object' || value === null) return false
  return '_strengthenOnPublish' in value || Object.values(value).some(bringsAlong)
}

function PublishSet({story, onDone}: {story: string; onDone: () => void}) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const client = useClient({apiVersion: API_VERSION})
  const toast = useToast()
  const {set, problems} = useCheckedSet(story)
  const [isBusy, setBusy] = useState(false)
  if (!set || !problems) {
    return (
      <Flex padding={5} justify="center">
        <Spinner />
      </Flex>
    )
  }
  const entities = set.drafts.slice(0, -1)
  const suggestions = suggestionsIn(set.drafts)
  const publish = async () => {
    setBusy(true)
    const now = new Date().toISOString()
    try {
      await client.action(publishActions(set.drafts, {published: set.published, now}))
      toast.push({status: 'success', title: t('action.publish-set.done')})
      onDone()
    } catch (error) {
      const description = error instanceof Error ? error.message : undefined
      toast.push({status: 'error', title: t('action.failed'), ...(description && {description})})
      setBusy(false)
    }
  }
  return (
    <Stack gap={4} padding={4}>
      <Text>{t('action.publish-set.message', {count: entities.length})}</Text>
      <DocumentLinks documents={entities.map(linkTo)} />
      {suggestions > 0 && <Text>{t('action.publish-set.suggested', {count: suggestions})}</Text>}
      {suggestions === 0 && problems.length > 0 && (
        <>
          <Text>{t('action.publish-set.invalid')}</Text>
          <Stack as="ul" gap={3}>
            {problems.map((problem) => (
              <Text as="li" size={1} key={problem}>
                {problem}
              </Text>
            ))}
          </Stack>
        </>
      )}
      <Flex justify="flex-end">
        <Button
          disabled={isBusy || suggestions > 0 || problems.length > 0}
          text={t('action.publish-set.publish')}
          onClick={() => void publish()}
        />
      </Flex>
    </Stack>
  )
}

/** The set, and what Studio’s own validation holds against any of it. */
function useCheckedSet(story: string) {
  const client = useClient({apiVersion: API_VERSION})
  const workspace = useWorkspace()
  const [checked, setChecked] = useState<{set?: LoadedSet; problems?: string[]}>({})
  useEffect(() => {
    let isCurrent = true
    const check = async () => {
      const set = await loadPublishingSet(client, story)
      const together = new Set(set.drafts.map(({_id}) => String(getPublishedId(_id))))
      const problems = await Promise.all(
        set.drafts.map(async (document) => {
          const markers = await validateDocument({
            document,
            workspace,
            environment: 'studio',
            getDocumentExists: async ({id}) => together.has(id) || set.published.has(id),
          })
          return markers
            .filter(({level}) => level === 'error')
            .map(({message}) => joinWords(nameOf(document), message))
        }),
      )
      if (isCurrent) setChecked({set, problems: [...new Set(problems.flat())]})
    }
    void check().catch(() => isCurrent && setChecked({}))
    return () => {
      isCurrent = false
    }
  }, [client, workspace, story])
  return checked
}

function linkTo(document: Draft) {
  return {id: document._id, type: document._type, title: nameOf(document)}
}

function nameOf({name, title, _type}: Draft): string {
  return [title, name].find((one) => typeof one === 'string') ?? _type
}
