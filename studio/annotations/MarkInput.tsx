import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {type ObjectInputProps, type ObjectMember, set, useFormValue, useTranslation} from 'sanity'

import {confirmationState, marksOf} from '../../schemas/confirmation.ts'
import {readKey} from '../../schemas/rules/read.ts'
import {confidences} from '../../vocabulary/desk.ts'
import {titleOf} from '../../vocabulary/option.ts'
import {alikeMentions} from '../actions/decisions.ts'
import {useDecide, type Verdict} from '../actions/useDecide.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {Candidates} from './Candidates.tsx'
import {markKeysOf, useDeskItem} from './deskItems.tsx'

/** The form of a mark. While it is undecided, it begins with the question whether it is right. */
export function MarkInput(props: ObjectInputProps) {
  const {path, renderDefault} = props
  const {t} = useTranslation(DESK_NAMESPACE)
  const [isDeciding, setDeciding] = useState(false)
  const {block, key} = markKeysOf(path)
  const paragraph = useFormValue(path.slice(0, path.indexOf('markDefs')))
  const id = useFormValue(['_id'])
  const body = useFormValue(['body'])
  const item = useDeskItem(block, key)
  const decide = useDecide(typeof id === 'string' ? id : '')
  const marked = marksOf([paragraph]).find(({mark}) => mark['_key'] === key)
  const state = marked ? confirmationState(marked, item) : 'confirmed'
  if (!marked || state === 'confirmed') return renderDefault(props)

  const settle = (verdict: Verdict) => {
    setDeciding(true)
    const marks = verdict === 'never' ? alikeMentions(body, marked) : [marked]
    void decide(verdict, marks).finally(() => setDeciding(false))
  }
  const confidence = titleOf(confidences, readKey(item, 'confidence'))
  const isMention = marked.mark['_type'] === 'mention'
  const choose = (other: object) => {
    const isOpen = marked.mark['basis'] === 'unattributed'
    if (isMention) props.onChange(set(other, ['entity']))
    else props.onChange([set(other, ['speaker']), ...(isOpen ? [set('context', ['basis'])] : [])])
  }
  const disabled = isDeciding || props.readOnly === true
  return (
    <Stack gap={4}>
      <Card padding={3} radius={2} tone="caution" border data-testid="mark-question">
        <Stack gap={3}>
          <Text size={1}>
            {t(`mark.${state}.text`)}
            {state === 'suggested' && confidence && ` ${t('mark.confidence', {confidence})}`}
          </Text>
          {state === 'suggested' && (
            <Candidates item={item} disabled={disabled} onChoose={choose} />
          )}
          <Flex gap={2} wrap="wrap">
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
            {isMention && state === 'suggested' && (
              <Button
                mode="ghost"
                fontSize={1}
                padding={2}
                disabled={disabled}
                onClick={() => settle('never')}
                text={t('mark.never')}
              />
            )}
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
