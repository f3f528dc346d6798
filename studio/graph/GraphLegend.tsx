import {Flex, Text} from '@sanity/ui'
import {useColorSchemeValue, useTranslation} from 'sanity'

import {NAMESPACE} from '../i18n/locale.ts'
import type {GraphEdge} from './graphModel.ts'
import {lineLooks, linePalettes, lookOf, strokes} from './lineLooks.ts'

/** What the lines mean; only those that are drawn. */
export function GraphLegend({edges}: {edges: readonly GraphEdge[]}) {
  const {t} = useTranslation(NAMESPACE)
  const palette = linePalettes[useColorSchemeValue()]
  const drawn = new Set(edges.map(lookOf))
  return (
    <Flex as="ul" gap={4} wrap="wrap" padding={0} margin={0} aria-label={t('graph.legend')}>
      {lineLooks
        .filter((look) => drawn.has(look))
        .map((look) => (
          <Flex key={look} as="li" gap={2} align="center">
            <svg width="34" height="8" aria-hidden="true">
              <line
                x1="0"
                x2="34"
                y1="4"
                y2="4"
                stroke={palette[look]}
                strokeWidth={strokes[look].width}
                strokeDasharray={strokes[look].dashes}
              />
            </svg>
            <Text size={1}>{t(`graph.legend.${look}`)}</Text>
          </Flex>
        ))}
    </Flex>
  )
}
