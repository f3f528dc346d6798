import {useId} from 'react'
import {useColorSchemeValue, useTranslation} from 'sanity'
import {Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis} from 'recharts'

import {NAMESPACE} from '../i18n/locale.ts'
import {FindingBar} from './FindingBar.tsx'
import type {ChartedFinding} from './readFindings.ts'
import {palettes, StancePatterns} from './stancePatterns.tsx'

const ROW_HEIGHT = 76
const AXIS_HEIGHT = 36

/** The shares that a poll found, as bars from 0 to 100 per cent. */
export function PollChart({findings}: {findings: readonly ChartedFinding[]}) {
  const {t} = useTranslation(NAMESPACE)
  const palette = palettes[useColorSchemeValue()]
  const prefix = useId()
  const rows = findings.map((finding) => ({
    finding,
    key: finding.key,
    topic: finding.topic ?? t('poll.no-topic'),
    end: Math.max(finding.share?.high ?? 0, finding.rough?.high ?? 0),
  }))
  const topics = new Map(rows.map(({key, topic}) => [key, topic]))
  const label = {fill: palette.text, fontSize: 13}

  return (
    <div role="img" aria-label={t('poll.chart')}>
      <ResponsiveContainer width="100%" height={rows.length * ROW_HEIGHT + AXIS_HEIGHT}>
        <BarChart
          data={rows}
          layout="vertical"
          accessibilityLayer={false}
          margin={{top: 8, right: 12, bottom: 0, left: 0}}
        >
          <StancePatterns palette={palette} prefix={prefix} />
          <CartesianGrid horizontal={false} stroke={palette.line} strokeOpacity={0.35} />
          <XAxis
            type="number"
            domain={[0, 100]}
            ticks={[0, 25, 50, 75, 100]}
            tickFormatter={(value: number) => `${value} %`}
            tick={label}
            stroke={palette.line}
          />
          <YAxis
            type="category"
            dataKey="key"
            width={230}
            interval={0}
            tickFormatter={(key: string) => topics.get(key) ?? ''}
            tick={{...label, width: 215}}
            stroke={palette.line}
          />
          <Bar
            dataKey="end"
            barSize={30}
            isAnimationActive={false}
            shape={({x, y, width, height, index}) => (
              <FindingBar
                x={x}
                y={y}
                width={width}
                height={height}
                row={rows[index]}
                palette={palette}
                prefix={prefix}
              />
            )}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
