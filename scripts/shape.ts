import type {ObjectTypeNode, SchemaType, TypeNode} from 'groq-js'

/** What a value may be, simpler than groq-js has it: names resolved, unions flat and without doubles. */
export type Shape =
  | {readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'unknown'}
  | {readonly kind: 'literal'; readonly value: string | number | boolean}
  | {readonly kind: 'array'; readonly of: Shape}
  | {readonly kind: 'union'; readonly of: readonly Shape[]}
  | ObjectShape

export interface ObjectShape {
  readonly kind: 'object'
  readonly attributes: Readonly<Record<string, {readonly shape: Shape; readonly optional: boolean}>>
}

/** Reads a type tree of groq-js, with the schema that its names are defined in. */
export function shapeOf(node: TypeNode, schema: SchemaType): Shape {
  if (node.type === 'string' || node.type === 'number' || node.type === 'boolean') {
    return node.value === undefined ? {kind: node.type} : {kind: 'literal', value: node.value}
  }
  if (node.type === 'null' || node.type === 'unknown') return {kind: node.type}
  if (node.type === 'array') return {kind: 'array', of: itemShape(node.of, schema)}
  if (node.type === 'inline') return shapeOf(definitionOf(node.name, schema), schema)
  if (node.type === 'union') return unionOf(node.of.map((one) => shapeOf(one, schema)))
  return objectShape(node, schema)
}

/** What stands in an array has a key, though the schema says so only of what it spells out. */
function itemShape(node: TypeNode, schema: SchemaType): Shape {
  const key = {_key: {type: 'objectAttribute', value: {type: 'string'}}} as const
  const members = node.type === 'union' ? node.of : [node]
  const shapes = members.map((member) =>
    member.type === 'inline'
      ? objectShape({attributes: key, rest: member}, schema)
      : shapeOf(member, schema),
  )
  return unionOf(shapes)
}

/** The shape of an object: what it has itself, with what else it is, which may be one of several. */
export function objectShape(
  {attributes, rest}: Pick<ObjectTypeNode, 'attributes' | 'rest'>,
  schema: SchemaType,
): Shape {
  const own = Object.fromEntries(
    Object.entries(attributes).map(([name, {value, optional = false}]) => {
      return [name, {shape: shapeOf(value, schema), optional}] as const
    }),
  )
  const more = rest === undefined ? undefined : shapeOf(rest, schema)
  const others = more?.kind === 'union' ? more.of : [more]
  return unionOf(
    others.map((other) => ({
      kind: 'object',
      attributes: {...(other?.kind === 'object' && other.attributes), ...own},
    })),
  )
}

function definitionOf(name: string, schema: SchemaType): TypeNode {
  const found = schema.find((type) => type.name === name)
  if (found?.type === 'type') return found.value
  if (found) return {type: 'object', attributes: found.attributes}
  throw new Error(`schema.json has no type "${name}".`)
}

function unionOf(members: readonly Shape[]): Shape {
  const flat = members.flatMap((member) => (member.kind === 'union' ? member.of : [member]))
  const kinds = new Set(flat.map(({kind}) => kind))
  const isMore = (member: Shape) =>
    !(member.kind === 'literal' && kinds.has(kindOfLiteral(member.value))) &&
    !(member.kind === 'array' && isNothing(member.of) && hasFullerArray(flat))
  const different = [...new Map(flat.filter(isMore).map((one) => [JSON.stringify(one), one]))]
  const [first, ...others] = different.map(([, member]) => member)
  return first !== undefined && others.length === 0
    ? first
    : {kind: 'union', of: first ? [first, ...others] : []}
}

/** The element of an array that is always empty. */
function isNothing(shape: Shape): boolean {
  return shape.kind === 'union' && shape.of.length === 0
}

function hasFullerArray(members: readonly Shape[]): boolean {
  return members.some((member) => member.kind === 'array' && !isNothing(member.of))
}

function kindOfLiteral(value: string | number | boolean): 'string' | 'number' | 'boolean' {
  if (typeof value === 'string') return 'string'
  return typeof value === 'number' ? 'number' : 'boolean'
}
