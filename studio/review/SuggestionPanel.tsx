import {Box, Button, Card, Flex, KBD, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'

import {NAMESPACE} from '../i18n/locale.ts'
import {keys} from './keyAction.ts'
import {NameField} from './NameField.tsx'
import {EntrySearch} from './EntrySearch.tsx'
import type {Review} from './readReview.ts'
import {Sentence} from './Sentence.tsx'
import type {Suggestion} from './suggestion.ts'
import type {Verdicts} from './useVerdicts.ts'
import {useWords} from './useWords.ts'

interface Props {
  readonly review: Review
  readonly current: Suggestion
  readonly marked: readonly Suggestion[]
  readonly verdicts: Verdicts
}

/** The current suggestion in full, and what can be decided about it. */
export function SuggestionPanel({review, current, marked, verdicts}: Props) {
  const {t} = useTranslation(NAMESPACE)
  const {nameOf, proposal, reason} = useWords(review)
  const {words, stories, target} = current
  const {question, same} = verdicts
  const [story] = stories
  return (
    <Box style={{position: 'sticky', top: 0, alignSelf: 'start'}}>
      <Card border padding={4} radius={2} data-testid="suggestion-panel">
        <Stack gap={4}>
          <Text weight="semibold" as="h2" size={2}>
            {proposal(current)}
          </Text>
          <Text size={2}>
            <Sentence {...current} />
          </Text>
          <Text size={1} muted>
            {reason(current)}
          </Text>
          <Flex gap={3} wrap="wrap">
            {story !== undefined && (
              <Text size={1}>
                <IntentLink intent="edit" params={{id: story, type: 'article'}}>
                  {review.stories.get(story) || t('review.open-story')}
                </IntentLink>
              </Text>
            )}
            {target !== undefined && (
              <Text size={1}>
                <IntentLink
                  intent="edit"
                  params={{id: target, type: review.entries.get(target)?.type ?? ''}}
                >
                  {t('review.open-entry')}
                </IntentLink>
              </Text>
            )}
          </Flex>
          <Flex gap={2} wrap="wrap">
            <Verdict name={t('review.confirm')} hint={keys.confirm} onClick={verdicts.confirm} />
            {same.length > 1 && (
              <Verdict
                name={t('review.confirm-same', {count: same.length, name: nameOf(target)})}
                hint={keys.confirmSame}
                onClick={verdicts.confirmSame}
              />
            )}
            <Verdict ghost name={t('review.reject')} hint={keys.reject} onClick={verdicts.reject} />
            {verdicts.canNever && (
              <Verdict ghost name={t('review.never')} hint={keys.never} onClick={verdicts.never} />
            )}
            {verdicts.canChoose && (
              <>
                <Verdict
                  ghost
                  name={t('review.choose')}
                  hint={keys.choose}
                  onClick={() => verdicts.ask('choose')}
                />
                <Verdict
                  ghost
                  name={t('review.split')}
                  hint={keys.split}
                  onClick={() => verdicts.ask('split')}
                />
              </>
            )}
            {verdicts.canMerge && (
              <Verdict
                ghost
                name={t('review.merge')}
                hint={keys.merge}
                onClick={() => verdicts.ask('merge')}
              />
            )}
          </Flex>
          {(question === 'choose' || (question === undefined && verdicts.canChoose)) && (
            <EntrySearch
              key={question}
              label={t('review.search.choose')}
              review={review}
              current={current}
              isAsked={question === 'choose'}
              onChoose={(id) => verdicts.choose(id)}
            />
          )}
          {question === 'merge' && (
            <EntrySearch
              label={t('review.search.merge')}
              review={review}
              current={current}
              isAsked
              keepName={nameOf(target)}
              onChoose={verdicts.merge}
            />
          )}
          {question === 'split' && (
            <NameField name={marked[0]?.words ?? words} onMake={verdicts.split} />
          )}
        </Stack>
      </Card>
    </Box>
  )
}

function Verdict({
  name,
  hint,
  ghost = false,
  onClick,
}: {
  name: string
  hint: string
  ghost?: boolean
  onClick: () => void
}) {
  return (
    <Button mode={ghost ? 'ghost' : 'default'} padding={2} onClick={onClick}>
      <Flex gap={2} align="center">
        <Text size={1}>{name}</Text>
        <KBD aria-hidden fontSize={0}>
          {hint}
        </KBD>
      </Flex>
    </Button>
  )
}
