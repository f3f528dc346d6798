import type {evaluateSync} from 'groq-js'

import type {View} from '../view.ts'
import type {Scope} from './scope.ts'

/** What a query may ask about its surroundings. */
export type Options = NonNullable<Parameters<typeof evaluateSync>[1]>

/** A query took longer than it may. */
export class QueryTimeError extends Error {}

/** After so many items it is asked for the time again. */
const ITEMS = 16

/** One evaluation of a query. */
export class Run {
  readonly options: Options
  /** What parts of the query were last answered with, and for which scope. */
  readonly answers = new Map<unknown, {scope: Scope | undefined; value: unknown}>()
  readonly #view: View
  readonly #deadline: number
  #items = 0
  #now: string | undefined

  constructor(view: View, options: Options, timeLimit: number) {
    this.options = options
    this.#view = view
    this.#deadline = performance.now() + timeLimit
  }

  /** When it began. */
  get now(): string {
    return (this.#now ??= (this.options.timestamp ?? new Date()).toISOString())
  }

  /** The documents that are looked at. */
  get view(): View {
    this.#checkTime()
    return this.#view
  }

  /** Is told of each item of each list; throws when the query takes too long. */
  keepTime(): void {
    if (++this.#items % ITEMS === 0) this.#checkTime()
  }

  #checkTime(): void {
    if (performance.now() > this.#deadline) throw new QueryTimeError()
  }
}
