import {Stack, Text} from '@sanity/ui'
import {useEffect, useRef} from 'react'
import {
  getPublishedId,
  type ObjectInputProps,
  type ObjectMember,
  set,
  useFormValue,
  useTranslation,
} from 'sanity'
import {usePaneRouter} from 'sanity/structure'

import {isRecord, isText, itemsOf, readKey, refOf} from '../../schemas/rules/read.ts'
import {DESK_NAMESPACE} from '../i18n/desk.ts'
import {useDeskQuery} from '../useDeskQuery.ts'
import {citedStory, locatePassage, storiesCitedIn} from './citedStory.ts'

/**
 * The form of a source. A new one is of the story at hand, and the paragraph of a passage is looked
 * up: nobody has to know its key.
 */
export function CitationInput(props: ObjectInputProps) {
  const {value, onChange, readOnly} = props
  const {t} = useTranslation(DESK_NAMESPACE)
  const isOfStory = readKey(value, 'source') === 'article'
  const story = useStoryInView()
  const isNew = isOfStory && isBlank(value) && readOnly !== true
  useEffect(() => {
    if (isNew && story) onChange(set({_type: 'reference', _ref: story, _weak: true}, ['article']))
  }, [isNew, story, onChange])

  const passage = readKey(value, 'passage')
  const place = usePlaceOf(passage, value)
  const read = useRef(passage)
  useEffect(() => {
    // Only words that were written here: what an older source says is not changed by a look at it.
    if (!place || read.current === passage || readOnly === true) return
    if (readKey(value, 'blockKey') !== place.key) onChange(set(place.key, ['blockKey']))
  }, [place, passage, value, readOnly, onChange])

  if (!isOfStory) return props.renderDefault(props)
  const members = props.members.filter((member) => !isParagraphField(member))
  return (
    <Stack gap={3}>
      {props.renderDefault({...props, members})}
      {isText(passage) && refOf(readKey(value, 'article')) && (
        <Text size={1} muted role="status">
          {place ? t('citation.paragraph', {number: place.number}) : t('citation.missing')}
        </Text>
      )}
    </Stack>
  )
}

const IN_VIEW = `{
  "open": *[_type == "article" && _id in $panes]._id,
  "naming": *[_type == "article" && references($id)]._id
}`

function useStoryInView(): string | undefined {
  const {routerPanesState} = usePaneRouter()
  const document = useFormValue([])
  const id = readKey(document, '_id')
  const panes = routerPanesState.flat().map((pane) => pane.id)
  const found = useDeskQuery(IN_VIEW, {
    id: isText(id) ? getPublishedId(id) : '',
    panes: panes.flatMap((pane) => [pane, `drafts.${pane}`]),
  })
  if (!isRecord(found)) return undefined
  const open = new Set(published(found['open']))
  return citedStory({
    open: panes.filter((pane) => open.has(pane)),
    cited: storiesCitedIn(document),
    naming: published(found['naming']),
  })
}

const PARAGRAPHS = `*[_id in [$id, $draft]] | order(_id in path("drafts.**") desc)[0]
  .body[_type == "block"]{"key": _key, "text": array::join(children[].text, "")}`

function usePlaceOf(passage: unknown, citation: unknown) {
  const story = refOf(readKey(citation, 'article')) ?? ''
  const found = useDeskQuery(PARAGRAPHS, {id: story, draft: `drafts.${story}`})
  const paragraphs = itemsOf(found).map(({key, text}) => ({key: String(key), text: String(text)}))
  return isText(passage)
    ? locatePassage(paragraphs, passage, readKey(citation, 'blockKey'))
    : undefined
}

/** Whether nothing has been filled in yet but what every new source begins with. */
function isBlank(value: unknown): boolean {
  const begun = ['_key', '_type', 'source']
  return isRecord(value) && Object.keys(value).every((name) => begun.includes(name))
}

function isParagraphField(member: ObjectMember): boolean {
  return member.kind === 'field' && member.name === 'blockKey'
}

function published(ids: unknown): string[] {
  return Array.isArray(ids) ? [...new Set(ids.filter(isText).map(getPublishedId))] : []
}
