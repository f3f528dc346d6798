import {Box, Checkbox, Flex, Select, Switch, Text} from '@sanity/ui'
import {type ReactNode, useId} from 'react'
import {useTranslation} from 'sanity'

import type {StoryGraphQueryResult} from '../../queries/index.ts'
import {NAMESPACE} from '../i18n/locale.ts'
import {type Kind, kinds} from './graphModel.ts'
import {kindLooks} from './kindLooks.ts'

/** Stands for all stories in place of one’s id, in the choice and in the address of the tool. */
export const ALL_STORIES = 'all'

/** What the graph is narrowed to. */
export interface GraphChoice {
  story: string
  kinds: ReadonlySet<Kind>
  includeProtected: boolean
}

/** The choices above the picture: which story, which kinds, and whether protected people are shown. */
export function GraphFilters({
  stories,
  choice,
  onChange,
}: {
  stories: StoryGraphQueryResult['stories']
  choice: GraphChoice
  onChange: (choice: GraphChoice) => void
}) {
  const {t} = useTranslation(NAMESPACE)
  const story = useId()
  return (
    <Flex gap={4} wrap="wrap" align="center">
      <Flex gap={2} align="center">
        <Text as="label" htmlFor={story} size={1} weight="medium">
          {t('graph.story')}
        </Text>
        <Box style={{width: 380, maxWidth: '60vw'}}>
          <Select
            id={story}
            fontSize={1}
            padding={2}
            value={choice.story}
            onChange={({currentTarget}) => onChange({...choice, story: currentTarget.value})}
          >
            {stories.map(({_id, title}) => (
              <option key={_id} value={_id}>
                {title || t('graph.untitled')}
              </option>
            ))}
            <option value={ALL_STORIES}>{t('graph.all-stories')}</option>
          </Select>
        </Box>
      </Flex>
      <Flex gap={3} wrap="wrap" align="center" role="group" aria-label={t('graph.show')}>
        {kinds.map((kind) => (
          <KindToggle key={kind} kind={kind} choice={choice} onChange={onChange} />
        ))}
      </Flex>
      <Labelled label={t('graph.protected')}>
        {(id) => (
          <Switch
            id={id}
            checked={choice.includeProtected}
            onChange={({currentTarget}) =>
              onChange({...choice, includeProtected: currentTarget.checked})
            }
          />
        )}
      </Labelled>
    </Flex>
  )
}

function KindToggle({
  kind,
  choice,
  onChange,
}: {
  kind: Kind
  choice: GraphChoice
  onChange: (choice: GraphChoice) => void
}) {
  const {t} = useTranslation(NAMESPACE)
  const Icon = kindLooks[kind].icon
  return (
    <Labelled label={t(`graph.kind.${kind}`)} icon={<Icon />}>
      {(id) => (
        <Checkbox
          id={id}
          checked={choice.kinds.has(kind)}
          onChange={() => onChange({...choice, kinds: toggle(choice.kinds, kind)})}
        />
      )}
    </Labelled>
  )
}

function toggle(chosen: ReadonlySet<Kind>, kind: Kind): ReadonlySet<Kind> {
  return new Set(kinds.filter((one) => chosen.has(one) !== (one === kind)))
}

function Labelled({
  label,
  icon,
  children,
}: {
  label: string
  icon?: ReactNode
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <Flex gap={2} align="center">
      {children(id)}
      <Flex as="label" htmlFor={id} gap={2} align="center">
        {icon && <Text size={1}>{icon}</Text>}
        <Text size={1}>{label}</Text>
      </Flex>
    </Flex>
  )
}
