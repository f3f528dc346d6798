import type {GraphEdge} from './graphModel.ts'

/** What a line says, as far as its look goes. */
export type LineLook = 'denied' | 'inferred' | 'names' | 'quotes' | 'stated'

/** The looks that a legend explains, the surest first. */
export const lineLooks = [
  'stated',
  'inferred',
  'denied',
  'quotes',
  'names',
] as const satisfies readonly LineLook[]

/** How a line is drawn; dashes and width tell the looks apart without colour. */
export const strokes: Readonly<Record<LineLook, {width: number; dashes?: string}>> = {
  stated: {width: 1.8},
  inferred: {width: 1.8, dashes: '7 5'},
  denied: {width: 2.2, dashes: '2 4'},
  quotes: {width: 1.2, dashes: '10 3 2 3'},
  names: {width: 0.7},
}

/** Colours of lines and their words on Studio’s two grounds. */
export const linePalettes = {
  light: {
    ground: '#ffffff',
    text: '#1f232b',
    stated: '#3f4656',
    inferred: '#3f4656',
    denied: '#b3261e',
    quotes: '#6a7284',
    names: '#b3b9c6',
  },
  dark: {
    ground: '#13141b',
    text: '#e3e5ea',
    stated: '#c3c8d3',
    inferred: '#c3c8d3',
    denied: '#ff9088',
    quotes: '#9098a9',
    names: '#4d5566',
  },
} as const

/** Denied before inferred: that something is not so matters more than how it is known. */
export function lookOf({appearance, relation}: GraphEdge): LineLook {
  if (appearance) return appearance === 'quotes' ? 'quotes' : 'names'
  if (relation.negated) return 'denied'
  return relation.certainty === 'inferred' ? 'inferred' : 'stated'
}
