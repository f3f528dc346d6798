import {Button, Checkbox, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'

import {NAMESPACE} from '../i18n/locale.ts'
import {findEntries} from './findEntries.ts'
import {canMean} from './canMean.ts'
import type {Review} from './readReview.ts'
import type {Suggestion} from './suggestion.ts'
import {useWords} from './useWords.ts'

interface Props {
  readonly label: string
  readonly review: Review
  readonly current: Suggestion
  /** Whether an editor asked for it: then the field has the focus. */
  readonly isAsked: boolean
  /** A name that can be kept. */
  readonly keepName?: string
  readonly onChoose: (id: string, keepsName: boolean) => void
}

/** Others whom a suggestion can mean: the likeliest as buttons, anybody else by name. */
export function EntrySearch({label, review, current, isAsked, keepName, onChoose}: Props) {
  const {t} = useTranslation(NAMESPACE)
  const words = useWords(review)
  const field = useId()
  const box = useId()
  const [typed, setTyped] = useState('')
  const [keepsName, setKeepsName] = useState(keepName !== undefined)
  const isPossible = canMean(current, review.entries)
  const likely = current.candidates.flatMap((id) => review.entries.get(id) ?? [])
  const found =
    typed === '' ? likely.filter(isPossible) : findEntries(review.entries, typed, isPossible)
  if (!isAsked && likely.length === 0) return null
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={field} size={1} weight="medium">
        {label}
      </Text>
      <TextInput
        id={field}
        autoFocus={isAsked}
        fontSize={1}
        padding={2}
        value={typed}
        onChange={({currentTarget}) => setTyped(currentTarget.value)}
        onKeyDown={({key}) => key === 'Enter' && found[0] && onChoose(found[0].id, keepsName)}
      />
      <Flex gap={2} wrap="wrap">
        {found.map((entry) => (
          <Button
            key={entry.id}
            mode="ghost"
            fontSize={1}
            padding={2}
            text={words.entry(entry)}
            onClick={() => onChoose(entry.id, keepsName)}
          />
        ))}
        {typed !== '' && found.length === 0 && <Text size={1}>{t('review.search.none')}</Text>}
      </Flex>
      {keepName !== undefined && (
        <Flex gap={2} align="center">
          <Checkbox
            id={box}
            checked={keepsName}
            onChange={({currentTarget}) => setKeepsName(currentTarget.checked)}
          />
          <Text as="label" htmlFor={box} size={1}>
            {t('review.keep-name', {name: keepName})}
          </Text>
        </Flex>
      )}
    </Stack>
  )
}
