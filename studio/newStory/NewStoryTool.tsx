import {Button, Card, Container, Flex, Heading, Label, Stack, Text, TextArea} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useId, useState} from 'react'
import {useClient, useTranslation} from 'sanity'
import {useRouter} from 'sanity/router'

import {API_VERSION} from '../apiVersion.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {readPastedStory, storyDocument} from './storyFromText.ts'
import {useUnfinishedText} from './useUnfinishedText.ts'

/** A page on which an editor pastes a text and gets the draft of a story. */
export function NewStoryTool() {
  const {t} = useTranslation(DESK_NAMESPACE)
  const client = useClient({apiVersion: API_VERSION})
  const router = useRouter()
  const toast = useToast()
  const id = useId()
  const {field, text, write, forget} = useUnfinishedText()
  const [isBusy, setBusy] = useState(false)
  const story = readPastedStory(text)
  const isComplete = story.title !== '' && story.paragraphs.length > 0

  const make = async () => {
    setBusy(true)
    const made = `article-${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`
    try {
      await client.create(storyDocument(story, made), {returnDocuments: false})
      forget()
      router.navigateIntent('edit', {id: made, type: 'article'})
    } catch {
      toast.push({status: 'error', title: t('action.failed')})
      setBusy(false)
    }
  }
  return (
    <Card height="fill" overflow="auto" padding={5}>
      <Container width={2}>
        <Stack gap={5} data-testid="new-story">
          <Heading as="h1" size={3}>
            {t('newStory.title')}
          </Heading>
          <Stack gap={3}>
            <Label as="label" htmlFor={id} size={1}>
              {t('newStory.paste')}
            </Label>
            <TextArea
              ref={field}
              id={id}
              rows={18}
              value={text}
              onChange={({currentTarget}) => write(currentTarget.value)}
            />
            <Text size={1} muted>
              {t('newStory.paste.help')}
            </Text>
          </Stack>
          <Card border padding={4} radius={2} role="status">
            {isComplete ? (
              <Stack gap={3}>
                <Text weight="semibold">{story.title}</Text>
                <Text size={1} muted>
                  {t('newStory.paragraphs', {count: story.paragraphs.length})}
                </Text>
              </Stack>
            ) : (
              <Text size={1} muted>
                {t('newStory.empty')}
              </Text>
            )}
          </Card>
          <Flex justify="flex-end">
            <Button
              disabled={!isComplete || isBusy}
              text={t('newStory.create')}
              onClick={() => void make()}
            />
          </Flex>
        </Stack>
      </Container>
    </Card>
  )
}
