import {Box, Flex, Select, Stack, Text} from '@sanity/ui'
import {type ReactNode, useId} from 'react'
import {useTranslation} from 'sanity'

import {NAMESPACE} from '../i18n/locale.ts'
import {certainties, choicesIn, type Narrowing} from './narrow.ts'
import type {Review} from './readReview.ts'
import type {Suggestion} from './suggestion.ts'
import {useWords} from './useWords.ts'

interface Props {
  readonly review: Review
  readonly open: readonly Suggestion[]
  readonly narrowing: Narrowing
  readonly onChange: (narrowing: Narrowing) => void
}

/** The choices above the list: how sure, which story, about whom, by which rule. */
export function ReviewFilters({review, open, narrowing, onChange}: Props) {
  const {t} = useTranslation(NAMESPACE)
  const {nameOf, ruleOf} = useWords(review)
  const titleOf = (story: string) => review.stories.get(story) || t('review.untitled')
  const options = (valuesOf: (one: Suggestion) => readonly string[], name = (id: string) => id) =>
    choicesIn(open, valuesOf).map(({value, count}) => (
      <option key={value} value={value}>
        {t('review.option', {name: name(value), count})}
      </option>
    ))
  return (
    <Flex gap={3} wrap="wrap">
      <Choice
        label={t('review.filter.sure')}
        value={narrowing.sure}
        onChange={(value) =>
          onChange({...narrowing, sure: certainties.find((one) => one === value) ?? 'all'})
        }
      >
        {certainties.map((one) => (
          <option key={one} value={one}>
            {t(`review.sure.${one}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('review.filter.story')}
        value={narrowing.story}
        onChange={(story) => onChange({...narrowing, story})}
      >
        <option value="">{t('review.filter.stories')}</option>
        {options(({stories}) => stories, titleOf)}
      </Choice>
      <Choice
        label={t('review.filter.target')}
        value={narrowing.target}
        onChange={(target) => onChange({...narrowing, target})}
      >
        <option value="">{t('review.filter.targets')}</option>
        {options(({target}) => (target === undefined ? [] : [target]), nameOf)}
      </Choice>
      <Choice
        label={t('review.filter.rule')}
        value={narrowing.rule}
        onChange={(rule) => onChange({...narrowing, rule})}
      >
        <option value="">{t('review.filter.rules')}</option>
        {options(({rule}) => [rule], ruleOf)}
      </Choice>
    </Flex>
  )
}

function Choice({
  label,
  value,
  onChange,
  children,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {label}
      </Text>
      <Box style={{width: 230}}>
        <Select
          id={id}
          fontSize={1}
          padding={2}
          value={value}
          onChange={({currentTarget}) => onChange(currentTarget.value)}
        >
          {children}
        </Select>
      </Box>
    </Stack>
  )
}
