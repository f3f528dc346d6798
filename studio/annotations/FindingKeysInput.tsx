import {Checkbox, Flex, Select, Stack, Text} from '@sanity/ui'
import {
  type ArrayOfPrimitivesInputProps,
  set,
  type StringInputProps,
  unset,
  useFormValue,
  useTranslation,
} from 'sanity'

import {isText, itemsOf, readKey, refOf} from '../../schemas/rules/read.ts'
import {joinWords} from '../../schemas/preview.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {useDeskQuery} from '../useDeskQuery.ts'

interface Finding {
  readonly key: string
  readonly words: string
}

/** Offers the findings of the chosen poll in place of their keys: all, or the ticked ones. */
export function FindingKeysInput(props: ArrayOfPrimitivesInputProps) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const findings = useFindings(props.path)
  const chosen = (props.value ?? []).filter(isText)
  const choose = (key: string, isOn: boolean) => {
    const next = isOn ? [...chosen, key] : chosen.filter((one) => one !== key)
    props.onChange(next.length > 0 ? set(next) : unset())
  }
  return (
    <Stack gap={3} role="group" aria-label={t('poll.pick')}>
      {findings.map(({key, words}) => (
        <Flex as="label" key={key} align="center" gap={2}>
          <Checkbox
            checked={chosen.includes(key)}
            readOnly={props.readOnly === true}
            onChange={({currentTarget}) => choose(key, currentTarget.checked)}
          />
          <Text size={1}>{words}</Text>
        </Flex>
      ))}
      <Text size={1} muted>
        {t('poll.all')}
      </Text>
    </Stack>
  )
}

/** Offers the findings of the poll that a figure comes from in place of their keys. */
export function FindingKeyInput(props: StringInputProps) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const findings = useFindings(props.path)
  return (
    <Select
      {...props.elementProps}
      aria-label={t('poll.pick')}
      readOnly={props.readOnly === true}
      value={props.value ?? ''}
      onChange={({currentTarget: {value}}) => props.onChange(value ? set(value) : unset())}
    >
      <option value="" />
      {findings.map(({key, words}) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </Select>
  )
}

/** The findings of the poll that is chosen beside a field. */
function useFindings(path: StringInputProps['path']): readonly Finding[] {
  const poll = refOf(useFormValue([...path.slice(0, -1), 'poll'])) ?? ''
  const query = '*[_id in [$poll, $draft]] | order(_id in path("drafts.**") desc)[0].findings'
  return itemsOf(useDeskQuery(query, {poll, draft: `drafts.${poll}`})).map((finding) => ({
    key: String(finding['_key']),
    words: joinWords(readKey(finding['value'], 'wording'), finding['stance'], finding['topic']),
  }))
}
