import {evaluateSync, toJS, type ExprNode} from 'groq-js'

import {
  attribute,
  call,
  isNode,
  literal,
  operation,
  replaceNode,
  ungrouped,
  visitNodes,
} from '../nodes.ts'
import {DEPTH, readGeometry, toGeoJson, type Geometry} from './geometry.ts'
import {CONSTRUCTOR} from './nameConstructor.ts'
import {contains, distance, intersects} from './relations.ts'

/*
 * groq-js leaves these functions out. As with text search, a made-up reference carries what they are
 * asked for to the callback that resolves references: their name and arguments, as JSON that plain
 * GROQ puts together.
 */
const PREFIX = '\u0000geo:'
const THIS: ExprNode = {type: 'This'}

/** What each function makes of its geographies. */
const FUNCTIONS: Record<string, (a: Geometry, b: Geometry) => unknown> = {
  contains,
  distance,
  intersects,
  geo: toGeoJson,
}

/**
 * Replaces `geo()` and the functions of its namespace in a parsed query by what the evaluator can
 * compute. A wrong number of arguments goes to `refuse`. Changes `tree`.
 */
export function rewriteGeo(tree: ExprNode, refuse: (name: string) => never): void {
  /** The geographies that the query makes, as text. */
  const made = new Map<unknown, ExprNode>()
  const asText = (node: ExprNode): ExprNode => made.get(ungrouped(node)) ?? geography(node)

  visitNodes(tree, (node) => {
    const {type, namespace, name, args} = node
    if (type !== 'FuncCall' || namespace !== 'geo' || typeof name !== 'string') return
    const [first, second, ...rest] = Array.isArray(args) ? args.filter(isNode) : []
    const isConstructor = first?.type === 'Value' && first.value === CONSTRUCTOR
    if (!first || !second || rest.length > 0) return refuse(isConstructor ? 'geo' : `geo::${name}`)
    if (isConstructor || name === 'latLng') {
      const text = isConstructor ? asText(second) : point(second, first)
      replaceNode(node, resolve('geo', [text]))
      made.set(node, text)
    } else {
      replaceNode(node, resolve(name, [asText(first), asText(second)]))
    }
  })
}

/** Answers the made-up references that `rewriteGeo` leaves in a query; `undefined` for others. */
export function resolveGeoReference(id: string): {value: unknown} | undefined {
  if (!id.startsWith(PREFIX)) return undefined
  const [name = '', ...texts] = id.slice(PREFIX.length).split('\n')
  const shapes = texts.map(readAgain)
  const [a, b] = shapes.length === 1 ? [shapes[0], shapes[0]] : shapes
  return {value: a && b ? FUNCTIONS[name]?.(a, b) : null}
}

/** The same geography is often asked for once for each document. */
const recent = new Map<string, Geometry | undefined>()
const KEPT = 32

function readAgain(text: string): Geometry | undefined {
  if (recent.has(text)) return recent.get(text)
  const [oldest] = recent.keys()
  if (recent.size >= KEPT && oldest !== undefined) recent.delete(oldest)
  const read = readGeometry(text)
  recent.set(text, read)
  return read
}

/** The geography that a value is, as text; no text where it is none. */
function geography(node: ExprNode): ExprNode {
  const ofType = Object.entries(DEPTH).map(([type, depth]): [ExprNode, ExprNode] => [
    operation('==', attribute('type'), literal(type)),
    typed(type, list(attribute('coordinates'), depth)),
  ])
  const both = {type: 'And', left: defined('lng'), right: defined('lon')} as const
  const longitude = call('coalesce', [attribute('lng'), attribute('lon')])
  const text = select(
    [...ofType, [defined('type'), literal(null)], [both, literal(null)]],
    point(longitude, attribute('lat')),
  )
  // Within a projection, attributes are those of the value, which is evaluated once.
  return folded(node, {
    type: 'AccessAttribute',
    name: 'text',
    base: {
      type: 'Projection',
      base: node,
      expr: {
        type: 'Object',
        attributes: [{type: 'ObjectAttributeValue', name: 'text', value: text}],
      },
    },
  })
}

function point(longitude: ExprNode, latitude: ExprNode): ExprNode {
  const elements = [longitude, latitude].map(
    (value) => ({type: 'ArrayElement', value, isSplat: false}) as const,
  )
  return typed('Point', list({type: 'Array', elements}, 0))
}

function typed(type: string, coordinates: ExprNode): ExprNode {
  const start = literal(`{"type":"${type}","coordinates":`)
  return operation('+', operation('+', start, coordinates), literal('}'))
}

/** A list of numbers, or of lists so many levels deep, as JSON. Only numbers have a sum with 0. */
function list(base: ExprNode, depth: number): ExprNode {
  const expr = depth === 0 ? operation('+', THIS, literal(0)) : list(THIS, depth - 1)
  const items = call('join', [{type: 'Map', base, expr}, literal(',')], 'array')
  return operation('+', operation('+', literal('['), items), literal(']'))
}

function select(cases: [condition: ExprNode, value: ExprNode][], fallback: ExprNode): ExprNode {
  const alternatives = cases.map(
    ([condition, value]) => ({type: 'SelectAlternative', condition, value}) as const,
  )
  return {type: 'Select', alternatives, fallback}
}

function defined(name: string): ExprNode {
  return call('defined', [attribute(name)])
}

function resolve(name: string, texts: ExprNode[]): ExprNode {
  const value = texts.reduce(
    (left, text) => operation('+', left, operation('+', literal('\n'), text)),
    literal(PREFIX + name),
  )
  const reference: ExprNode = {
    type: 'Object',
    attributes: [{type: 'ObjectAttributeValue', name: '_ref', value}],
  }
  return {type: 'AccessAttribute', name: 'value', base: {type: 'Deref', base: reference}}
}

/** What is the same for every document is put together once. */
function folded(node: ExprNode, text: ExprNode): ExprNode {
  if (!isConstant(node)) return text
  const value: unknown = toJS(evaluateSync(text))
  return literal(typeof value === 'string' ? value : null)
}

function isConstant(node: ExprNode): boolean {
  if (node.type === 'Value') return true
  if (node.type === 'Group' || node.type === 'Neg' || node.type === 'Pos') {
    return isConstant(node.base)
  }
  if (node.type === 'Array') return node.elements.every(({value}) => isConstant(value))
  return (
    node.type === 'Object' &&
    node.attributes.every((one) => one.type === 'ObjectAttributeValue' && isConstant(one.value))
  )
}
