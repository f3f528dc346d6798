import {isText, readKey} from '../../schemas/rules/read.ts'
import {percentUnit} from '../../vocabulary/values.ts'

/** A stretch of the scale from 0 to 100. */
export interface Stretch {
  low: number
  high: number
}

/** One finding as a chart and a table show it; what an editor has not filled in is left out. */
export interface ChartedFinding {
  key: string
  topic?: string
  stance?: string
  /** The share as the story words it: “Only 11 per cent”. */
  words?: string
  qualifier?: string
  /** The share in per cent; absent for what is not a share or has no number. */
  share?: Stretch
  /** Where the share may lie as well: “more than 50 per cent” has no end. */
  rough?: Stretch
}

/** How far the dashed end of a rough number reaches, in per cent. */
const ROUGH = 6

/** The findings of a poll as it stands in the form, half-filled ones included. */
export function readFindings(poll: unknown): ChartedFinding[] {
  const findings = readKey(poll, 'findings')
  return Array.isArray(findings) ? findings.map(readFinding) : []
}

function readFinding(finding: unknown, index: number): ChartedFinding {
  const value = readKey(finding, 'value')
  const qualifier = text(readKey(value, 'qualifier'))
  const share = readShare(value)
  const rough = share && roughStretch(share, qualifier)
  const wording = [readKey(finding, 'framing'), readKey(value, 'wording')].filter(isText)
  return {
    key: text(readKey(finding, '_key')) ?? String(index),
    ...optional('topic', text(readKey(finding, 'topic'))),
    ...optional('stance', text(readKey(finding, 'stance'))),
    ...optional('words', text(wording.join(' '))),
    ...optional('qualifier', qualifier),
    ...optional('share', share),
    ...optional('rough', rough),
  }
}

function readShare(value: unknown): Stretch | undefined {
  const unit = readKey(value, 'unit')
  if (isText(unit) && unit !== percentUnit) return undefined
  const number = percentage(readKey(value, 'value'))
  if (number !== undefined) return {low: number, high: number}
  const [low, high] = [percentage(readKey(value, 'min')), percentage(readKey(value, 'max'))]
  return low === undefined || high === undefined || low > high ? undefined : {low, high}
}

function roughStretch({low, high}: Stretch, qualifier = ''): Stretch | undefined {
  const below = {low: Math.max(low - ROUGH, 0), high: low}
  const above = {low: high, high: Math.min(high + ROUGH, 100)}
  switch (qualifier) {
    case 'moreThan':
    case 'atLeast':
      return above
    case 'lessThan':
    case 'atMost':
      return below
    case 'approx':
    case 'orderOfMagnitude':
      return {low: Math.max(low - ROUGH / 2, 0), high: Math.min(high + ROUGH / 2, 100)}
    case 'between':
      return {low, high}
    default:
      return undefined
  }
}

function percentage(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined
}

function text(value: unknown): string | undefined {
  return isText(value) ? value : undefined
}

function optional<Key extends keyof ChartedFinding>(
  key: Key,
  value: ChartedFinding[Key] | undefined,
): Partial<ChartedFinding> {
  return value === undefined ? {} : {[key]: value}
}
