import {Card, Stack} from '@sanity/ui'
import {lazy, Suspense, useMemo, useState} from 'react'
import {LoadingBlock, useTranslation} from 'sanity'
import {useRouter, useRouterState} from 'sanity/router'

import {storyGraphQuery, type StoryGraphQueryResult} from '../../queries/index.ts'
import {NAMESPACE} from '../i18n/locale.ts'
import {Message} from '../Message.tsx'
import {useLiveQuery} from '../useLiveQuery.ts'
import {ALL_STORIES, type GraphChoice, GraphFilters} from './GraphFilters.tsx'
import {GraphLegend} from './GraphLegend.tsx'
import {kinds, selectKinds} from './graphModel.ts'
import {GraphTable} from './GraphTable.tsx'

// The drawing library is loaded when there is something to draw.
const GraphPicture = lazy(async () => ({
  default: (await import('./GraphPicture.tsx')).GraphPicture,
}))

/** More than this is a thicket, and takes long to lay out. */
const MOST_NODES = 200

/** The story graph: who and what is in a story, as a picture and as a table. */
export function GraphTool() {
  const {t} = useTranslation(NAMESPACE)
  const {navigate} = useRouter()
  const chosen = useRouterState(({story}) => (typeof story === 'string' ? story : undefined))
  const [newest, setNewest] = useState('')
  const [filters, setFilters] = useState<Omit<GraphChoice, 'story'>>({
    kinds: new Set(kinds),
    includeProtected: false,
  })
  const story = chosen ?? newest
  const result = useLiveQuery(storyGraphQuery, {
    story: story === ALL_STORIES ? null : story,
    includeProtected: filters.includeProtected,
  })

  if (result.status === 'loading') return <LoadingBlock showText />
  if (result.status === 'failed') {
    return <Message tone="critical">{t('failed', {reason: result.reason})}</Message>
  }
  const {stories} = result.data
  const [first] = stories
  if (!first) return <Message>{t('graph.no-stories')}</Message>
  if (story === '') {
    setNewest(first._id)
    return <LoadingBlock showText />
  }
  const change = ({story: next, ...others}: GraphChoice): void => {
    setFilters(others)
    if (next !== story) navigate({story: next})
  }
  return (
    <Card height="fill" overflow="auto" padding={4} data-testid="story-graph">
      <Stack gap={4}>
        <GraphFilters stories={stories} choice={{story, ...filters}} onChange={change} />
        <Graph result={result.data} chosenKinds={filters.kinds} />
      </Stack>
    </Card>
  )
}

function Graph({
  result,
  chosenKinds,
}: {
  result: StoryGraphQueryResult
  chosenKinds: GraphChoice['kinds']
}) {
  const {t} = useTranslation(NAMESPACE)
  const graph = useMemo(() => selectKinds(result, chosenKinds), [result, chosenKinds])
  if (graph.nodes.length === 0) return <Message>{t('graph.empty')}</Message>
  return (
    <Stack gap={4}>
      {graph.nodes.length > MOST_NODES ? (
        <Message>{t('graph.too-large')}</Message>
      ) : (
        <Suspense fallback={<LoadingBlock />}>
          <GraphPicture graph={graph} />
        </Suspense>
      )}
      <GraphLegend edges={graph.edges} />
      <GraphTable graph={graph} />
    </Stack>
  )
}
