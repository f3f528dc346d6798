import {Box, Text} from '@sanity/ui'
import {Tooltip} from '@sanity/ui/tooltip'
import {useLayoutEffect, useRef, useState} from 'react'
import {type BlockAnnotationProps, useFormValue, useTranslation} from 'sanity'

import {confirmationState, wordsOf} from '../../schemas/confirmation.ts'
import {isText, readKey, refOf} from '../../schemas/rules/read.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {useDeskQuery} from '../useDeskQuery.ts'
import {markKeysOf, useDeskItem} from './deskItems.tsx'
import {type MarkKind, MarkFrame, MarkLook} from './markLook.ts'

/** Marked words as editors see them: a shape for each kind, and whom they mean under the pointer. */
export function markedText(kind: MarkKind) {
  return function MarkedText(props: BlockAnnotationProps) {
    const {path, value, textElement} = props
    const {t} = useTranslation(DESK_NAMESPACE)
    const state = useMarkState(props)
    const {ref, isFirst, isLast} = usePlaceInMark(value._key)
    const look = (
      <Tooltip
        content={
          <Box padding={2}>
            <Text size={1}>
              <MarkMeaning kind={kind} mark={value} />
              {state !== 'confirmed' && <> · {t(`mark.${state}`)}</>}
            </Text>
          </Box>
        }
        delay={{open: 200}}
        placement="top"
        portal
      >
        <MarkLook
          ref={ref}
          $kind={kind}
          $state={state}
          data-mark={`${String(markKeysOf(path).block)} ${value._key}`}
          data-testid={`mark-${kind}`}
          data-state={state}
          data-first={isFirst ? '' : undefined}
          data-last={isLast ? '' : undefined}
          data-label={state === 'confirmed' ? undefined : t(`mark.${state}`)}
        >
          {textElement}
        </MarkLook>
      </Tooltip>
    )
    return <MarkFrame>{props.renderDefault({...props, textElement: look})}</MarkFrame>
  }
}

/** Suggested, confirmed, or changed since. */
function useMarkState({path, value}: BlockAnnotationProps) {
  const {block, key} = markKeysOf(path)
  const paragraph = useFormValue(path.slice(0, path.indexOf('markDefs')))
  const item = useDeskItem(block, key)
  return confirmationState({mark: {...value}, text: wordsOf(paragraph, value._key)}, item)
}

/**
 * Whether these are the first, or the last, of the words of a mark: other marks inside it cut it
 * into pieces, and only the ends carry a sign and a label.
 */
function usePlaceInMark(key: string) {
  const ref = useRef<HTMLSpanElement>(null)
  const [place, setPlace] = useState({isFirst: true, isLast: true})
  useLayoutEffect(() => {
    const own = ref.current
    const paragraph = own?.closest('[data-text]')
    if (!own || !paragraph) return
    const pieces = [...paragraph.querySelectorAll(`[data-mark$=" ${CSS.escape(key)}"]`)]
    const isFirst = pieces[0] === own
    const isLast = pieces.at(-1) === own
    setPlace((now) => (now.isFirst === isFirst && now.isLast === isLast ? now : {isFirst, isLast}))
  })
  return {ref, ...place}
}

/** Whom or what a mark means, in words. Asked for only when somebody wants to know. */
function MarkMeaning({kind, mark}: {kind: MarkKind; mark: unknown}) {
  const {t} = useTranslation(DESK_NAMESPACE)
  const target = {mention: 'entity', quotation: 'speaker', figure: 'attributedTo'}[kind]
  const id = refOf(readKey(mark, target))
  const found = useDeskQuery(NAME, {id: id ?? '', draft: `drafts.${id ?? ''}`})
  const name = isText(found) ? found : '…'
  if (kind === 'figure') {
    const wording = readKey(readKey(mark, 'value'), 'wording')
    return t(id ? 'mark.figure.claimed' : 'mark.figure', {name, wording})
  }
  if (id) return t(`mark.${kind}`, {name})
  const isScare = kind === 'quotation' && readKey(mark, 'kind') === 'scare'
  return t(isScare ? 'mark.quotation.scare' : `mark.${kind}.open`)
}

const NAME = '*[_id in [$id, $draft]] | order(_id in path("drafts.**") desc)[0].name'
