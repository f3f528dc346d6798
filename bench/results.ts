import {readFileSync, writeFileSync} from 'node:fs'

import {z} from 'zod'

import {isReached, type Figure} from './row.ts'

const figure = z.object({
  row: z.string(),
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  size: z.number().optional(),
})
const run = z.object({figures: z.array(figure)})

/** A figure with the row it belongs to. */
export type Result = Figure & {readonly row: string}

/** What an earlier run measured, as far as it is compared. */
export type Earlier = z.infer<typeof run>['figures']

/** Keeps what was measured, with where and when. */
export function writeResults(file: string, figures: readonly Result[], machine: object): void {
  writeFileSync(file, `${JSON.stringify({...machine, figures}, null, 2)}\n`)
}

/** Reads a file written by an earlier run; throws when it is something else. */
export function readResults(file: string): Earlier {
  return run.parse(JSON.parse(readFileSync(file, 'utf8'))).figures
}

const WIDTHS = [11, 9, 46, 20, 12, 12, 18, 9]
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join(' ')
    .trimEnd()

export const heading = line([
  'row',
  'size',
  'what',
  'measured',
  'bare floor',
  'plain scan',
  'goal',
  'verdict',
  'change',
])

/** A result as a line of the printed table; `change` against an earlier one, in percent. */
export function resultLine(result: Result, earlier: Earlier | undefined): string {
  const {row, size, name, value, unit, floor, scan, atLeast, atMost} = result
  const before = earlier?.find(
    (known) => known.row === row && known.name === name && known.size === size,
  )
  const change = before && before.value !== 0 ? (value / before.value - 1) * 100 : undefined
  const goal =
    atLeast !== undefined
      ? `at least ${atLeast.toLocaleString('en')}`
      : atMost !== undefined
        ? `at most ${atMost.toLocaleString('en')}`
        : ''
  return line([
    row,
    size === undefined ? '' : size.toLocaleString('en'),
    name,
    `${shown(value)} ${unit}`,
    floor === undefined ? '' : shown(floor),
    scan === undefined ? '' : shown(scan),
    goal,
    goal === '' ? '' : isReached(result) ? 'reached' : 'MISSED',
    change === undefined ? '' : `${change < 0 ? '' : '+'}${change.toFixed(0)} %`,
  ])
}

function shown(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(value < 1 ? 3 : 2)
}
