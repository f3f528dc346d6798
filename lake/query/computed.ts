import type {ExprNode} from 'groq-js'

import type {Scope} from './compile/scope.ts'

/** Evaluates a part of a query where the node that is being computed stands. */
export type Evaluate = (node: ExprNode) => unknown

let made = 0

/** The value of a node that is computed by a function of ours. */
export class Computation {
  readonly compute: (scope: Scope, evaluate: Evaluate) => unknown
  /** It is the same wherever the node stands. */
  readonly isIndependent: boolean
  /** Tells it from all others where nodes are compared by their JSON. */
  readonly number = ++made

  constructor(compute: Computation['compute'], isIndependent: boolean) {
    this.compute = compute
    this.isIndependent = isIndependent
  }
}

/** A node whose value is computed by a function, from what it evaluates where the node stands. */
export function computed(compute: Computation['compute']): ExprNode {
  return {type: 'Value', value: new Computation(compute, false)}
}

/** A node whose value is got when it is needed, the same wherever it stands. */
export function valueOf(get: (scope: Scope) => unknown): ExprNode {
  return {type: 'Value', value: new Computation(get, true)}
}

/** Whether a node is computed, and depends on where it stands. */
export function isComputed(node: object): boolean {
  return 'value' in node && node.value instanceof Computation && !node.value.isIndependent
}

/** The value of a node that stands in the query; `undefined` for all others. */
export function literalOf(node: ExprNode): unknown {
  return node.type === 'Value' && !(node.value instanceof Computation) ? node.value : undefined
}
