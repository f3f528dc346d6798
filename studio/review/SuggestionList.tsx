import {Box, Card, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import type {KeyboardEvent} from 'react'
import {useTranslation} from 'sanity'

import {confidences} from '../../vocabulary/desk.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {NAMESPACE} from '../i18n/locale.ts'
import {keyAction} from './keyAction.ts'
import type {Review} from './readReview.ts'
import {Sentence} from './Sentence.tsx'
import type {Suggestion} from './suggestion.ts'
import type {Verdicts} from './useVerdicts.ts'
import {useWords} from './useWords.ts'

/** More rows than this nobody reads before deciding about the first. */
const MOST_ROWS = 100

interface Props {
  readonly title: string
  readonly review: Review
  readonly listed: readonly Suggestion[]
  readonly current: number
  readonly selected: ReadonlySet<string>
  readonly verdicts: Verdicts
  readonly onShow: (index: number) => void
  readonly onToggle: (key: string) => void
}

/** The suggestions, a row each; the keyboard decides about the row that has the focus. */
export function SuggestionList(props: Props) {
  const {title, review, listed, current, selected, verdicts, onShow, onToggle} = props
  const {t} = useTranslation(NAMESPACE)
  const from = Math.max(0, Math.min(current - MOST_ROWS / 2, listed.length - MOST_ROWS))
  const rows = listed.slice(from, from + MOST_ROWS)
  const decide = (event: KeyboardEvent) => {
    const action = keyAction(event)
    if (!action) return
    event.preventDefault()
    if (action === 'next') onShow(current + 1)
    else if (action === 'previous') onShow(current - 1)
    else if (action === 'select') onToggle(listed[current]?.key ?? '')
    else if (action === 'choose' || action === 'split' || action === 'merge') verdicts.ask(action)
    else verdicts[action]()
  }
  return (
    <Stack gap={3}>
      <Stack as="ul" gap={2} padding={0} aria-label={title} style={{listStyle: 'none'}}>
        {rows.map((one, place) => (
          <Flex as="li" gap={2} key={one.key}>
            <Box paddingTop={3}>
              <Checkbox
                aria-label={t('review.select', {words: one.words})}
                checked={selected.has(one.key)}
                onChange={() => onToggle(one.key)}
              />
            </Box>
            <Box flex={1}>
              <Row
                review={review}
                suggestion={one}
                isCurrent={from + place === current}
                onKeyDown={decide}
                onShow={() => onShow(from + place)}
              />
            </Box>
          </Flex>
        ))}
      </Stack>
      {rows.length < listed.length && (
        <Text size={1} muted>
          {t('review.first', {shown: rows.length, count: listed.length})}
        </Text>
      )}
    </Stack>
  )
}

function Row({
  review,
  suggestion,
  isCurrent,
  onKeyDown,
  onShow,
}: {
  review: Review
  suggestion: Suggestion
  isCurrent: boolean
  onKeyDown: (event: KeyboardEvent) => void
  onShow: () => void
}) {
  const {proposal} = useWords(review)
  return (
    <Card
      as="button"
      border
      padding={3}
      radius={2}
      tone={isCurrent ? 'primary' : 'default'}
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      style={{width: '100%', textAlign: 'left'}}
      onClick={onShow}
      onKeyDown={onKeyDown}
      data-testid="suggestion"
    >
      <Flex gap={3}>
        <Box flex={1}>
          <Stack gap={2}>
            <Text size={1} weight="medium">
              {proposal(suggestion)}
            </Text>
            <Text size={1} muted textOverflow="ellipsis">
              <Sentence {...suggestion} around={40} />
            </Text>
          </Stack>
        </Box>
        <Text size={1} muted>
          {titleOf(confidences, suggestion.confidence)}
        </Text>
      </Flex>
    </Card>
  )
}
