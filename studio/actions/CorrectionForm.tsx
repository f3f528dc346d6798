import {Box, Button, Checkbox, Flex, Label, Select, Stack, Text, TextArea} from '@sanity/ui'
import {type ReactNode, useId, useState} from 'react'
import {useTranslation} from 'sanity'

import {today} from '../../schemas/moment.ts'
import {correctionKinds} from '../../vocabulary/articles.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {type Correction, mayShowOldWording} from './correctionPatches.ts'

/** Asks what readers are to be told. The old wording stays out unless it is asked for. */
export function CorrectionForm({onAdd}: {onAdd: (correction: Correction) => void}) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const [kind, setKind] = useState('correction')
  const [text, setText] = useState('')
  const [before, setBefore] = useState('')
  const [after, setAfter] = useState('')
  const [isShown, setShown] = useState(false)
  const showsOld = isShown && mayShowOldWording(kind)
  return (
    <Stack gap={4} padding={4} data-testid="correction-form">
      <Field label={t('action.correct.kind')}>
        {(id) => (
          <Select id={id} value={kind} onChange={({currentTarget}) => setKind(currentTarget.value)}>
            {correctionKinds.map(({value, title}) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Words
        label={t('action.correct.text')}
        help={t('action.correct.text.help')}
        value={text}
        onChange={setText}
      />
      {mayShowOldWording(kind) ? (
        <Flex as="label" align="center" gap={2}>
          <Checkbox
            checked={isShown}
            onChange={({currentTarget}) => setShown(currentTarget.checked)}
          />
          <Text size={1}>{t('action.correct.show')}</Text>
        </Flex>
      ) : (
        <Text size={1} muted>
          {t('action.correct.safety')}
        </Text>
      )}
      {showsOld && (
        <>
          <Words label={t('action.correct.before')} value={before} onChange={setBefore} />
          <Words label={t('action.correct.after')} value={after} onChange={setAfter} />
        </>
      )}
      <Flex justify="flex-end">
        <Button
          disabled={text.trim() === ''}
          text={t('action.correct.add')}
          onClick={() => onAdd({date: today(), kind, text, ...(showsOld && {before, after})})}
        />
      </Flex>
    </Stack>
  )
}

/** A label over whatever is filled in under it. */
export function Field({label, children}: {label: string; children: (id: string) => ReactNode}) {
  const id = useId()
  return (
    <Stack gap={3}>
      <Label as="label" htmlFor={id} size={1}>
        {label}
      </Label>
      <Box>{children(id)}</Box>
    </Stack>
  )
}

interface WordsProps {
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A few lines of text with their label. */
export function Words({label, help, value, onChange}: WordsProps) {
  return (
    <Field label={label}>
      {(id) => (
        <Stack gap={2}>
          <TextArea
            id={id}
            rows={3}
            value={value}
            onChange={({currentTarget}) => onChange(currentTarget.value)}
          />
          {help !== undefined && (
            <Text size={1} muted>
              {help}
            </Text>
          )}
        </Stack>
      )}
    </Field>
  )
}
