import {useTranslation} from 'sanity'

import {titleOf} from '../../vocabulary/option.ts'
import {stances} from '../../vocabulary/polls.ts'
import {qualifiers} from '../../vocabulary/values.ts'
import {DataTable} from '../DataTable.tsx'
import {NAMESPACE} from '../i18n/locale.ts'
import type {ChartedFinding} from './readFindings.ts'

/** The same findings in words. */
export function PollTable({findings}: {findings: readonly ChartedFinding[]}) {
  const {t} = useTranslation(NAMESPACE)
  const inFigures = ({share}: ChartedFinding): string => {
    if (!share) return t('poll.not-a-share')
    const {low, high} = share
    return low === high
      ? t('poll.percent', {value: low})
      : t('poll.between', {low: String(low), high: String(high)})
  }
  return (
    <DataTable
      caption={t('poll.table')}
      columns={[
        t('poll.topic'),
        t('poll.stance'),
        t('poll.words'),
        t('poll.qualifier'),
        t('poll.number'),
      ]}
      rows={findings.map((finding) => ({
        key: finding.key,
        cells: [
          finding.topic ?? t('poll.no-topic'),
          titleOf(stances, finding.stance) ?? t('poll.no-stance'),
          finding.words ?? t('poll.no-words'),
          titleOf(qualifiers, finding.qualifier) ?? '',
          inFigures(finding),
        ],
      }))}
    />
  )
}
