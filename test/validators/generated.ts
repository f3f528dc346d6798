import fc from 'fast-check'
import type {ObjectAttribute, SchemaType, TypeNode} from 'groq-js'

// Documents of every type that readers can obtain, made up from the compiled schema: whatever it
// allows may come, in the case of drafts whatever an editor has not written yet as well.

interface Place {
  readonly schema: SchemaType
  /** Whether what is required may be missing, as in a draft that somebody has only begun. */
  readonly begun: boolean
  /** The ids of the documents there are, by type. */
  readonly ids: ReadonlyMap<string, readonly string[]>
}

export interface MadeUpDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

/** Documents of one type with the given ids. */
export function documentsOf(type: string, place: Place): fc.Arbitrary<MadeUpDocument[]> {
  const found = place.schema.find(({name}) => name === type)
  if (found?.type !== 'document') throw new Error(`schema.json has no document type "${type}".`)
  const {_id, _type, _rev, _createdAt, _updatedAt, suggested, ...own} = found.attributes
  const fields = attributesOf(own, place)
  const slug = (index: number) => ({slug: {_type: 'slug', current: `${type}-${index}`}})
  return fc.tuple(
    ...(place.ids.get(type) ?? []).map((id, index) =>
      fields.map((made) => ({
        ...made,
        ...(made['slug'] !== undefined && slug(index)),
        _id: place.begun ? `drafts.${id}` : id,
        _type: type,
      })),
    ),
  )
}

function attributesOf(
  attributes: Readonly<Record<string, ObjectAttribute>>,
  place: Place,
): fc.Arbitrary<Record<string, unknown>> {
  const names = Object.keys(attributes)
  const structural = new Set(['_key', '_type', '_ref'])
  const required = names.filter(
    (name) => !attributes[name]?.optional && (structural.has(name) || !place.begun),
  )
  return fc.record(
    Object.fromEntries(names.map((name) => [name, valueOf(attributes[name], name, place)])),
    {requiredKeys: required, noNullPrototype: true},
  )
}

function valueOf(
  attribute: ObjectAttribute | undefined,
  name: string,
  place: Place,
): fc.Arbitrary<unknown> {
  if (attribute === undefined) return fc.constant(undefined)
  if (name === '_key') return fc.uuid()
  if (/At$|Until$|^date$/.test(name) && attribute.value.type === 'string') {
    return fc
      .date({min: new Date(0), max: new Date('2030-01-01'), noInvalidDate: true})
      .map((date) => date.toISOString())
  }
  return made(attribute.value, place)
}

function made(node: TypeNode, place: Place): fc.Arbitrary<unknown> {
  const {schema, ids} = place
  switch (node.type) {
    case 'string':
      return node.value === undefined ? fc.lorem({maxCount: 3}) : fc.constant(node.value)
    case 'number':
      return node.value === undefined ? fc.integer({min: 0, max: 100}) : fc.constant(node.value)
    case 'boolean':
      return node.value === undefined ? fc.boolean() : fc.constant(node.value)
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(made(node.of, place), {maxLength: 2})
    case 'union':
      return fc.oneof(...node.of.map((one) => made(one, place)))
    case 'object': {
      if (node.dereferencesTo !== undefined) {
        return fc
          .constantFrom(...(ids.get(node.dereferencesTo) ?? ['nobody']))
          .map((id) => ({_type: 'reference', _ref: id, ...(place.begun && {_weak: true})}))
      }
      const rest = node.rest === undefined ? fc.constant({}) : made(node.rest, place)
      return fc
        .tuple(rest, attributesOf(node.attributes, place))
        .map(([more, own]) => Object.assign({}, more, own))
    }
    case 'inline': {
      const found = schema.find(({name}) => name === node.name)
      // Studio writes what is Sanity's own in one piece: no draft holds half a crop.
      const whole = node.name.startsWith('sanity.') ? {...place, begun: false} : place
      return found?.type === 'type' ? made(found.value, whole) : fc.constant(undefined)
    }
    case 'unknown':
      return fc.constant(undefined)
  }
}
