/** A measured number beside what it has to reach, and beside others measured in the same run. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** How many documents there were. */
  readonly size?: number
  /** The same of a bare server over SQLite. */
  readonly floor?: number
  /** The same of groq-js by itself, which looks at every document. */
  readonly scan?: number
  readonly atLeast?: number
  readonly atMost?: number
}

/** What a row is asked for on the command line. */
export interface RowOptions {
  /** How many articles, documents or whatever the row counts. */
  readonly size: number | undefined
  /** How many documents the lake holds, one measurement after the other. */
  readonly sizes: readonly number[]
  /** Told what is being measured. */
  readonly progress: (what: string) => void
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
