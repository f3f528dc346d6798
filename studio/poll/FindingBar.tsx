import type {ChartedFinding, Stretch} from './readFindings.ts'
import {type Palette, stanceColour, stanceFill} from './stancePatterns.tsx'

/** One bar: what is sure is filled, what is only rough is dashed, and the story’s words stand above. */
export function FindingBar({
  x,
  y,
  width,
  height,
  row,
  palette,
  prefix,
}: {
  x: number
  y: number
  width: number
  height: number
  row: {finding: ChartedFinding; end: number} | undefined
  palette: Palette
  prefix: string
}) {
  const share = row?.finding.share
  if (!row || !share) return null
  const {stance, rough, words} = row.finding
  const place = placer(x, width, row.end)
  // What is open below its number, or somewhere between two, is filled only as far as it is sure.
  const sure = {low: 0, high: rough ? Math.min(share.low, rough.low) : share.high}
  const colour = stanceColour(palette, stance)
  return (
    <g>
      <rect
        {...place(sure)}
        y={y}
        height={height}
        fill={stanceFill(prefix, stance)}
        stroke={colour}
      />
      {rough && (
        <rect
          {...place(rough)}
          y={y}
          height={height}
          fill="none"
          stroke={colour}
          strokeWidth={1.5}
          strokeDasharray="4 3"
        />
      )}
      {words && (
        <text x={x + 4} y={y - 7} fill={palette.text} fontSize={13} fontWeight={600}>
          {words}
        </text>
      )}
    </g>
  )
}

/** From per cent to pixels: the bar as drawn ends at `end` per cent. */
function placer(x: number, width: number, end: number) {
  const pixels = end > 0 ? width / end : 0
  return ({low, high}: Stretch) => ({x: x + low * pixels, width: Math.max(high - low, 0) * pixels})
}
