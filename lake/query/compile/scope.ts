import type {Run} from './run.ts'

/** A part of a query as a function; what is missing is `null`, never `undefined`. */
export type Compiled = (scope: Scope) => unknown

/** The value that a part of a query is evaluated for, and those around it. */
export class Scope {
  readonly run: Run
  readonly value: unknown
  readonly parent: Scope | undefined
  readonly isMapped: boolean

  constructor(run: Run, value: unknown, parent?: Scope, isMapped = false) {
    this.run = run
    this.value = value
    this.parent = parent
    this.isMapped = isMapped
  }

  /** For an item of a filtered or sorted list, or a value that is projected: `^` leads back here. */
  nested(value: unknown): Scope {
    return new Scope(this.run, value, this.isMapped ? this.parent : this)
  }

  /** For an item of a list that is mapped: `^` passes it by. */
  mapped(value: unknown): Scope {
    return new Scope(this.run, value, this.isMapped ? this.parent : this, true)
  }

  /** The value so many scopes around this one. */
  around(count: number): unknown {
    if (count === 0) return this.value
    return this.parent ? this.parent.around(count - 1) : null
  }
}
