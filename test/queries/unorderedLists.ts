import {isRecord, readKey} from '../../schemas/rules/read.ts'

/**
 * The lists of documents in a parsed query that may come in any order, for no `order` behind them
 * ends with an id. Those that are only counted or looked into, or narrowed down to one id, need none.
 */
export function unorderedLists(node: unknown, isOrdered = false): unknown[] {
  if (Array.isArray(node)) return node.flatMap((one) => unorderedLists(one))
  if (!isRecord(node)) return []
  const {type, base, ...parts} = node
  if (type === 'Everything') return isOrdered ? [] : [node]
  if (type === 'FuncCall' && /^(?:count|references)$/.test(String(parts['name']))) return []
  if (type === 'OpCall' && parts['op'] === 'in') return []
  return [
    ...unorderedLists(base, ordersBase(node) ?? (isOrdered || namesOneId(node))),
    ...Object.values(parts).flatMap((part) => unorderedLists(part)),
  ]
}

/** Whether a node puts what it works on into a settled order; undefined for one that sorts nothing. */
function ordersBase({type, name, args}: Record<string, unknown>): boolean | undefined {
  if (type !== 'PipeFuncCall' || name !== 'order' || !Array.isArray(args)) return undefined
  const last = readKey(readKey(args.at(-1), 'base'), 'name')
  return last === '_id' || last === 'id'
}

/** Whether a filter lets only the document with one id through. */
function namesOneId({type, expr}: Record<string, unknown>): boolean {
  const isSameId = (one: unknown): boolean =>
    readKey(one, 'type') === 'And'
      ? isSameId(readKey(one, 'left')) || isSameId(readKey(one, 'right'))
      : readKey(one, 'op') === '==' && readKey(readKey(one, 'left'), 'name') === '_id'
  return type === 'Filter' && isSameId(expr)
}
