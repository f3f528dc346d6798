import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {type ObjectInputProps, type ObjectMember, useFormValue, useTranslation} from 'sanity'

import {confirmationState, marksOf} from '../../schemas/confirmation.ts'
import {useDecide} from '../actions/useDecide.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {markKeysOf, useDeskItem} from './deskItems.tsx'

/** The form of a mark. While it is undecided, it begins with the question whether it is right. */
export function MarkInput(props: ObjectInputProps) {
  const {path, renderDefault} = props
  const {t} = useTranslation(DESK_NAMESPACE)
  const [isDeciding, setDeciding] = useState(false)
  const {block, key} = markKeysOf(path)
  const paragraph = useFormValue(path.slice(0, path.indexOf('markDefs')))
  const id = useFormValue(['_id'])
  const item = useDeskItem(block, key)
  const decide = useDecide(typeof id === 'string' ? id : '')
  const marked = marksOf([paragraph]).find(({mark}) => mark['_key'] === key)
  const state = marked ? confirmationState(marked, item) : 'confirmed'
  if (!marked || state === 'confirmed') return renderDefault(props)

  const settle = (decision: 'confirmed' | 'rejected') => {
    setDeciding(true)
    void decide(decision, [marked]).finally(() => setDeciding(false))
  }
  const disabled = isDeciding || props.readOnly === true
  return (
    <Stack gap={4}>
      <Card padding={3} radius={2} tone="caution" border data-testid="mark-question">
        <Stack gap={3}>
          <Text size={1}>{t(`mark.${state}.text`)}</Text>
          <Flex gap={2}>
            <Button
              fontSize={1}
              padding={2}
              disabled={disabled}
              onClick={() => settle('confirmed')}
              text={t(state === 'changed' ? 'mark.confirm-again' : 'mark.confirm')}
            />
            <Button
              mode="ghost"
              fontSize={1}
              padding={2}
              disabled={disabled}
              onClick={() => settle('rejected')}
              text={t('mark.reject')}
            />
          </Flex>
        </Stack>
      </Card>
      {renderDefault({...props, members: props.members.filter((one) => !isSuggestedField(one))})}
    </Stack>
  )
}

/** The question above the form says it already. */
function isSuggestedField(member: ObjectMember): boolean {
  return member.kind === 'field' && member.name === 'suggested'
}
