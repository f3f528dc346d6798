import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'

import {NAMESPACE} from '../i18n/locale.ts'

/** Asks for the name of a new entry, beginning with the words that mean it. */
export function NameField({name, onMake}: {name: string; onMake: (name: string) => void}) {
  const {t} = useTranslation(NAMESPACE)
  const id = useId()
  const [typed, setTyped] = useState(name)
  const make = () => typed.trim() !== '' && onMake(typed.trim())
  return (
    <Stack gap={2}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {t('review.new-name')}
      </Text>
      <Flex gap={2}>
        <TextInput
          id={id}
          autoFocus
          fontSize={1}
          padding={2}
          value={typed}
          onChange={({currentTarget}) => setTyped(currentTarget.value)}
          onKeyDown={({key}) => key === 'Enter' && make()}
        />
        <Button
          fontSize={1}
          padding={2}
          disabled={typed.trim() === ''}
          text={t('review.make')}
          onClick={make}
        />
      </Flex>
    </Stack>
  )
}
