import {Card, Stack, Text} from '@sanity/ui'
import {lazy, Suspense} from 'react'
import {LoadingBlock, useTranslation} from 'sanity'
import type {UserViewComponent} from 'sanity/structure'

import {NAMESPACE} from '../i18n/locale.ts'
import {Message} from '../Message.tsx'
import {PollTable} from './PollTable.tsx'
import {type ChartedFinding, readFindings} from './readFindings.ts'
import {StanceLegend} from './StanceLegend.tsx'

// The chart library is loaded with the first poll that somebody looks at.
const PollChart = lazy(async () => ({default: (await import('./PollChart.tsx')).PollChart}))

/** What a poll found: a chart, and under it the same in words. It follows the form as it is edited. */
export const PollFindings: UserViewComponent = ({document}) => {
  const {t} = useTranslation(NAMESPACE)
  const findings = readFindings(document.displayed)
  if (findings.length === 0) return <Message>{t('poll.empty')}</Message>
  return (
    <Card padding={4} overflow="auto" height="fill" data-testid="poll-findings">
      <Stack gap={5}>
        <Drawing findings={findings.filter(({share}) => share !== undefined)} />
        <PollTable findings={findings} />
      </Stack>
    </Card>
  )
}

function Drawing({findings}: {findings: readonly ChartedFinding[]}) {
  const {t} = useTranslation(NAMESPACE)
  if (findings.length === 0) return <Text size={1}>{t('poll.no-number')}</Text>
  return (
    <Stack gap={4}>
      <Suspense fallback={<LoadingBlock />}>
        <PollChart findings={findings} />
      </Suspense>
      <StanceLegend findings={findings} />
      {findings.some(({rough}) => rough) && (
        <Text size={1} muted>
          {t('poll.approximate-end')}
        </Text>
      )}
    </Stack>
  )
}
