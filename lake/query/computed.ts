import type {ExprNode} from 'groq-js'

/** Evaluates a part of a query where the node that is being computed stands. */
export type Evaluate = (node: ExprNode) => unknown

/**
 * A node whose value is computed by a function of ours. The evaluator has no node of this kind. But
 * it evaluates the arguments of most functions by mapping over the list of them, and a list can map
 * as it likes: the arguments of `defined()` here are told how to evaluate a node where they stand,
 * and compute the value that is read next.
 */
export function computed(compute: (evaluate: Evaluate) => unknown): ExprNode {
  let value: unknown
  const args: ExprNode[] = []
  const map = (evaluate: (node: ExprNode) => {data: unknown}): unknown[] => {
    value = compute((node) => evaluate(node).data)
    return [{type: 'boolean', data: true}]
  }
  Object.defineProperty(args, 'map', {value: map})
  computations.add(args)
  return {
    type: 'Select',
    alternatives: [
      {
        type: 'SelectAlternative',
        condition: {type: 'FuncCall', namespace: 'global', name: 'defined', args},
        value: valueOf(() => value),
      },
    ],
  }
}

const computations = new WeakSet<object>()

/** Whether a part of a query is the inside of a node made by `computed`. */
export function isComputed(part: object): boolean {
  return computations.has(part)
}

/** A node whose value is got when it is needed, and not by who looks through the tree. */
export function valueOf(get: () => unknown): ExprNode {
  const node: ExprNode = {type: 'Value', value: null}
  return Object.defineProperty(node, 'value', {get, enumerable: false, configurable: true})
}

/** The value of a node that stands in the query; `undefined` for all others, which stay unasked. */
export function literalOf(node: ExprNode): unknown {
  return node.type === 'Value' ? Object.getOwnPropertyDescriptor(node, 'value')?.value : undefined
}
