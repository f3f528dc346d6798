import {BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps} from '@xyflow/react'
import {useColorSchemeValue} from 'sanity'

import type {Curve, Point} from './geometry.ts'
import type {GraphEdge} from './graphModel.ts'
import {linePalettes, lookOf, strokes} from './lineLooks.ts'
import {LABEL_FONT_SIZE} from './nodeSize.ts'

export type DrawnLine = Edge<{edge: GraphEdge; curve: Curve; words: string; label?: Point}, 'line'>

/** One line, with an arrow and words when it says more than that a story names somebody. */
export function EdgeLine({id, data, markerEnd}: EdgeProps<DrawnLine>) {
  const palette = linePalettes[useColorSchemeValue()]
  if (!data) return null
  const {curve, words, label, edge} = data
  const {start, control, end} = curve
  const look = lookOf(edge)
  const {width, dashes} = strokes[look]
  return (
    <>
      <BaseEdge
        id={id}
        path={`M${start.x},${start.y} Q${control.x},${control.y} ${end.x},${end.y}`}
        style={{stroke: palette[look], strokeWidth: width, strokeDasharray: dashes}}
        {...(markerEnd !== undefined && {markerEnd})}
      />
      {label && (
        <EdgeLabelRenderer>
          <div
            data-line={id}
            style={{
              position: 'absolute',
              transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)`,
              padding: '0 4px',
              borderRadius: 3,
              background: palette.ground,
              color: look === 'denied' ? palette.denied : palette.text,
              fontSize: LABEL_FONT_SIZE,
              lineHeight: '16px',
              fontStyle: look === 'inferred' ? 'italic' : 'normal',
              whiteSpace: 'nowrap',
            }}
          >
            {words}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
}
