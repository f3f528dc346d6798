/** A measured number beside what it has to reach. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly atLeast?: number
  readonly atMost?: number
}

/** What a row is asked for on the command line. */
export interface RowOptions {
  /** How many articles, documents or whatever the row counts. */
  readonly size: number | undefined
}

/** One thing that is measured. */
export interface Row {
  readonly name: string
  readonly run: (options: RowOptions) => Promise<readonly Figure[]>
}

/** Whether a figure is as good as it has to be. */
export function isReached({value, atLeast = -Infinity, atMost = Infinity}: Figure): boolean {
  return value >= atLeast && value <= atMost
}

/** A figure as a line of the printed table. */
export function figureLine(row: string, figure: Figure): string {
  const {name, value, unit, atLeast, atMost} = figure
  const shown = value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2)
  const goal =
    atLeast !== undefined
      ? `at least ${atLeast.toLocaleString('en')}`
      : atMost !== undefined
        ? `at most ${atMost.toLocaleString('en')}`
        : ''
  const verdict = goal === '' ? '' : isReached(figure) ? 'reached' : 'MISSED'
  return [row.padEnd(10), name.padEnd(34), `${shown} ${unit}`.padEnd(22), goal.padEnd(18), verdict]
    .join(' ')
    .trimEnd()
}
