import {Flex, Text} from '@sanity/ui'
import {useId} from 'react'
import {useColorSchemeValue} from 'sanity'

import {stances} from '../../vocabulary/polls.ts'
import type {ChartedFinding} from './readFindings.ts'
import {palettes, stanceColour, stanceFill, StancePatterns} from './stancePatterns.tsx'

/** Which pattern stands for which answer; only those that are drawn. */
export function StanceLegend({findings}: {findings: readonly ChartedFinding[]}) {
  const palette = palettes[useColorSchemeValue()]
  const prefix = useId()
  const drawn = stances.filter(({value}) => findings.some(({stance}) => stance === value))
  return (
    <Flex gap={4} wrap="wrap" as="ul" padding={0} margin={0}>
      {drawn.map(({value, title}) => (
        <Flex key={value} as="li" gap={2} align="center">
          <svg width="28" height="16" aria-hidden="true">
            <StancePatterns palette={palette} prefix={`${prefix}-${value}`} />
            <rect
              x="0.5"
              y="0.5"
              width="27"
              height="15"
              fill={stanceFill(`${prefix}-${value}`, value)}
              stroke={stanceColour(palette, value)}
            />
          </svg>
          <Text size={1}>{title}</Text>
        </Flex>
      ))}
    </Flex>
  )
}
