import {Box, Button, Card, Flex, Grid, Stack, Text} from '@sanity/ui'
import {useMemo, useRef, useState} from 'react'
import {LoadingBlock, useTranslation} from 'sanity'

import {NAMESPACE} from '../i18n/locale.ts'
import {Message} from '../Message.tsx'
import {DocumentLinks} from '../DocumentLinks.tsx'
import {everything, narrow} from './narrow.ts'
import type {Review} from './readReview.ts'
import {ReviewFilters} from './ReviewFilters.tsx'
import {SuggestionList} from './SuggestionList.tsx'
import {SuggestionPanel} from './SuggestionPanel.tsx'
import {useFollowingFocus} from './useFollowingFocus.ts'
import {useReview} from './useReview.ts'
import {useFinishedStories} from './useFinishedStories.ts'
import {useSteps} from './useSteps.ts'
import {useVerdicts} from './useVerdicts.ts'

/** Everything that a reading of texts proposed, to be decided about one after the other. */
export function ReviewTool() {
  const {t} = useTranslation(NAMESPACE)
  const review = useReview()
  if (!review) return <LoadingBlock showText />
  return (
    <Card height="fill" overflow="auto" padding={4} data-testid="review">
      <Suggestions review={review} title={t('review.list')} />
    </Card>
  )
}

function Suggestions({review, title}: {review: Review; title: string}) {
  const {t} = useTranslation(NAMESPACE)
  const steps = useSteps()
  const [narrowing, setNarrowing] = useState(everything)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState({key: '', index: 0})
  const open = useMemo(
    () => review.suggestions.filter(({key}) => !steps.decided.has(key)),
    [review, steps.decided],
  )
  const listed = useMemo(() => narrow(open, narrowing), [open, narrowing])
  // What was decided about makes room for the one behind it.
  const found = listed.findIndex(({key}) => key === chosen.key)
  const index = found === -1 ? Math.min(chosen.index, listed.length - 1) : found
  const current = listed[index]
  const list = useRef<HTMLDivElement>(null)
  useFollowingFocus(list, current?.key)
  const marked = listed.filter(({key}) => selected.has(key))
  const finished = useFinishedStories(review)
  const verdicts = useVerdicts({open, listed, current, marked, steps})
  const show = (at: number) => {
    const next = listed[Math.max(0, Math.min(at, listed.length - 1))]
    if (next) setChosen({key: next.key, index: listed.indexOf(next)})
  }
  const toggle = (key: string) =>
    setSelected(
      (now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]),
    )

  return (
    <Stack gap={4}>
      <ReviewFilters review={review} open={open} narrowing={narrowing} onChange={setNarrowing} />
      <Flex gap={3} align="center" wrap="wrap">
        <Button
          fontSize={1}
          padding={2}
          disabled={listed.length === 0}
          text={t('review.confirm-listed', {count: listed.length})}
          onClick={() => steps.take({kind: 'confirm', suggestions: listed}, listed)}
        />
        <Button
          mode="ghost"
          fontSize={1}
          padding={2}
          disabled={!steps.canUndo}
          text={t('review.undo')}
          onClick={steps.undo}
        />
        <Box flex={1} role="status">
          {steps.report && (
            <Card tone={steps.report.tone} padding={2} radius={2}>
              <Text size={1}>{steps.report.text}</Text>
            </Card>
          )}
        </Box>
        {marked.length > 0 && <Text size={1}>{t('review.selected', {count: marked.length})}</Text>}
      </Flex>
      {review.storyCount > review.stories.size && (
        <Text size={1} muted>
          {t('review.stories', {shown: review.stories.size, count: review.storyCount})}
        </Text>
      )}
      {finished.length > 0 && (
        <Card border padding={3} radius={2} tone="positive" data-testid="finished">
          <Stack gap={3}>
            <Text size={1}>{t('review.finished')}</Text>
            <DocumentLinks documents={finished} />
          </Stack>
        </Card>
      )}
      {current ? (
        <Grid gridTemplateColumns={[1, 1, 1, 2]} gap={4} ref={list}>
          <SuggestionList
            title={title}
            review={review}
            listed={listed}
            current={index}
            selected={selected}
            verdicts={verdicts}
            onShow={show}
            onToggle={toggle}
          />
          <SuggestionPanel
            key={current.key}
            review={review}
            current={current}
            marked={marked}
            verdicts={verdicts}
          />
        </Grid>
      ) : (
        <Message>{t(open.length === 0 ? 'review.none' : 'review.none-listed')}</Message>
      )}
    </Stack>
  )
}
