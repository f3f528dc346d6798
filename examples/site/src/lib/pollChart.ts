import type {Poll} from 'storygraph/render/html'
import {stances, titleOf} from 'storygraph/vocabulary'

/** One bar of a chart of percentages; above it the share, and what it is of in lines. */
export interface Bar {
  readonly label: readonly string[]
  /** What it says, in the words of the story. */
  readonly share: string
  readonly percent: number
  /** Where the story says “more than” or “less than”, the bar ends without an edge. */
  readonly isOpen: boolean
  /** Where its words begin and its bar lies, in pixels from the top. */
  readonly top: number
  readonly barTop: number
}

/** How wide a label may be, in characters: it fits a phone. */
const LINE = 38
const LINE_HEIGHT = 20
const BAR_HEIGHT = 14
const SHARE_HEIGHT = 22
const GAP = 30
const SCALE_HEIGHT = 24

/**
 * A poll as bars from 0 to 100 per cent. Findings without a percentage cannot be drawn and are left
 * to the table; `height` is that of the whole in pixels.
 */
export function pollBars({findings}: Pick<Poll, 'findings'>): {bars: Bar[]; height: number} {
  const bars: Bar[] = []
  let top = 0
  for (const {topic, stance, value, framing} of findings) {
    if (value.value === null || value.unit !== 'percent') continue
    const label = lines(`${titleOf(stances, stance) ?? ''} ${topic ?? ''}`.trim())
    const barTop = top + SHARE_HEIGHT + label.length * LINE_HEIGHT + 8
    const share = [framing, value.wording].filter(Boolean).join(' ')
    const isOpen = value.qualifier !== 'exact'
    bars.push({label, share, percent: value.value, isOpen, top, barTop})
    top = barTop + BAR_HEIGHT + GAP
  }
  return {bars, height: Math.max(0, top - GAP + SCALE_HEIGHT)}
}

/** Text in lines of a width; a longer word has a line to itself. */
function lines(text: string): string[] {
  const found: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = found.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LINE)
      found.splice(-1, 1, `${last} ${word}`)
    else found.push(word)
  }
  return found
}

export const chart = {lineHeight: LINE_HEIGHT, barHeight: BAR_HEIGHT}
