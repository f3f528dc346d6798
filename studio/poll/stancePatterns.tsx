import type {ReactNode} from 'react'

/** Colours that keep their contrast on Studio’s light and dark ground. */
export interface Palette {
  ground: string
  text: string
  line: string
  inFavour: string
  against: string
  neutral: string
}

export const palettes: Readonly<Record<'dark' | 'light', Palette>> = {
  light: {
    ground: '#ffffff',
    text: '#1f232b',
    line: '#8b93a3',
    inFavour: '#1c5fb8',
    against: '#9c4700',
    neutral: '#525a69',
  },
  dark: {
    ground: '#13141b',
    text: '#e3e5ea',
    line: '#7b8496',
    inFavour: '#8ab8ff',
    against: '#ffb066',
    neutral: '#b7bdca',
  },
}

/** How a stance is drawn: each has a pattern of its own, so that none rests on its colour alone. */
const drawings: Readonly<Record<string, {colour: keyof Palette; lines: ReactNode}>> = {
  supported: {colour: 'inFavour', lines: null},
  approved: {colour: 'inFavour', lines: <circle cx="4" cy="4" r="1.8" />},
  opposed: {colour: 'against', lines: <path d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" />},
  disapproved: {colour: 'against', lines: <path d="M0,0 l8,8 M8,0 l-8,8" />},
  other: {colour: 'neutral', lines: <path d="M0,4 h8" />},
}

const unknown = {colour: 'neutral' as const, lines: null}

/** The colour in which a stance is outlined. */
export function stanceColour(palette: Palette, stance: string | undefined): string {
  return palette[(drawings[stance ?? ''] ?? unknown).colour]
}

/** What a bar is filled with: a reference to one of the patterns below. */
export function stanceFill(prefix: string, stance: string | undefined): string {
  return `url(#${prefix}-${stance !== undefined && stance in drawings ? stance : 'unknown'})`
}

/** The patterns, to be put into an SVG once. */
export function StancePatterns({palette, prefix}: {palette: Palette; prefix: string}) {
  return (
    <defs>
      {Object.entries({...drawings, unknown}).map(([stance, {colour, lines}]) => (
        <pattern
          key={stance}
          id={`${prefix}-${stance}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
        >
          <rect width="8" height="8" fill={palette[colour]} />
          <g stroke={palette.ground} fill={palette.ground} strokeWidth="1.6">
            {lines}
          </g>
        </pattern>
      ))}
    </defs>
  )
}
