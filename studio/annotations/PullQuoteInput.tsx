import {Select, Stack, Text} from '@sanity/ui'
import {set, type StringInputProps, unset, useFormValue, useTranslation} from 'sanity'

import {marksOf} from '../../schemas/confirmation.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'

/** Offers the quotations of the story in place of their keys. */
export function PullQuoteInput({value, onChange, elementProps, readOnly}: StringInputProps) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const quotations = useQuotations()
  if (quotations.length === 0) {
    return (
      <Text size={1} muted>
        {t('pullQuote.empty')}
      </Text>
    )
  }
  return (
    <Select
      {...elementProps}
      aria-label={t('pullQuote.pick')}
      readOnly={readOnly === true}
      value={value ?? ''}
      onChange={({currentTarget: {value: key}}) => onChange(key ? set(key) : unset())}
    >
      <option value="">{t('pullQuote.none')}</option>
      {quotations.map(({key, text}) => (
        <option key={key} value={key}>
          {text.length > 90 ? `${text.slice(0, 89)}…` : text}
        </option>
      ))}
    </Select>
  )
}

/** The quoted words that a pull quote repeats, large; nothing while none is chosen. */
export function QuotedWords({quotationKey}: {quotationKey: unknown}) {
  const own = useQuotations().find(({key}) => key === quotationKey)
  if (!own) return null
  return (
    <Stack paddingX={3} paddingBottom={3}>
      <Text as="blockquote" size={3} weight="medium" style={{margin: 0}}>
        {own.text}
      </Text>
    </Stack>
  )
}

function useQuotations(): readonly {key: string; text: string}[] {
  const body = useFormValue(['body'])
  return marksOf(body)
    .filter(({mark, text}) => mark['_type'] === 'quotation' && text !== '')
    .map(({mark, text}) => ({key: String(mark['_key']), text}))
}
