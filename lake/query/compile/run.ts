import type {evaluateSync} from 'groq-js'

import type {View} from '../view.ts'

/** What a query may ask about its surroundings. */
export type Options = NonNullable<Parameters<typeof evaluateSync>[1]>

/** A query took longer than it may. */
export class QueryTimeError extends Error {}

/** After so many items it is asked for the time again. */
const ITEMS = 16

/** One evaluation of a query. */
export class Run {
  readonly options: Options
  /** What was evaluated already, and stays the same until the end. */
  readonly answers = new Map<object, unknown>()
  readonly #view: View
  readonly #deadline: number
  #items = 0

  constructor(view: View, options: Options, timeLimit: number) {
    this.options = {timestamp: new Date(), ...options}
    this.#view = view
    this.#deadline = performance.now() + timeLimit
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
