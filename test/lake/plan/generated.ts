import type {SanityDocument} from '@sanity/client'
import * as fc from 'fast-check'
import type {Arbitrary} from 'fast-check'

// Few values, so that documents and conditions often meet.
const ids = ['a', 'b', 'c', 'z', 'desk.n', 'zz.y']
const layers = ['', 'drafts.', 'versions.r1.']
const types = ['article', 'person', 'note']
const words = [
  'Minsk',
  'minsk',
  'Š̌irvydė',
  'sirvyde',
  'U.S. army',
  'can’t stop',
  'a-b',
  '3.5',
  'ß',
  'ὁδός',
]
const slugs = ['s1', 's2', 's3']
const times = ['2020-01-01', '2020-01-02', '2021-05-05T10:00:00Z', '\uE000', '\u{1F600}']

const id = fc.constantFrom(...ids)
const type = fc.constantFrom(...types)
const word = fc.constantFrom(...words)
const time = fc.constantFrom(...times)
const text = fc.array(word, {minLength: 1, maxLength: 3}).map((some) => some.join(' '))
const odd: Arbitrary<unknown> = fc.constantFrom(null, 3, 1.5, true, false, ['Minsk'], {title: 'x'})
const often = (value: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc.oneof({weight: 4, arbitrary: value}, {weight: 1, arbitrary: odd})

const reference = fc.record(
  {
    _type: fc.constant('reference'),
    _ref: fc.oneof(id, fc.constant('drafts.a')),
    _weak: fc.boolean(),
    _dataset: fc.constant('other'),
    inner: id.map((_ref) => ({_ref})),
  },
  {requiredKeys: ['_type', '_ref']},
)

const speaker = fc.oneof(
  reference,
  fc.record({_ref: fc.oneof(time, fc.constantFrom(null, 3, 0, true, false, ['a'], {_ref: 'a'}))}),
)
const quotations = fc.array(
  fc.record(
    {_type: fc.constantFrom('quotation', 'quotation', 'mention'), speaker: often(speaker)},
    {requiredKeys: ['_type']},
  ),
  {maxLength: 3},
)

const block = fc
  .tuple(fc.array(word, {minLength: 1, maxLength: 3}), fc.option(often(quotations)))
  .map(([parts, markDefs]) => ({
    _type: 'block',
    children: parts.map((part) => ({_type: 'span', text: part})),
    ...(markDefs !== null && {markDefs}),
  }))

// So long that it is read only when it is asked for.
const longBlock = fc
  .tuple(block, fc.option(reference), quotations)
  .map(([{_type, children}, entity, quoted]) => ({
    _type,
    children: [...children, {_type: 'span', text: ' and so on'.repeat(500)}],
    markDefs: [...(entity ? [{_type: 'mention', entity}] : []), ...quoted],
  }))

const content = fc.record(
  {
    title: often(text),
    name: often(text),
    sortName: often(text),
    publishedAt: often(time),
    slug: often(fc.constantFrom(...slugs).map((current) => ({current}))),
    ref: often(reference),
    refs: often(fc.array(reference, {maxLength: 3})),
    body: often(fc.array(fc.oneof({weight: 3, arbitrary: block}, longBlock), {maxLength: 2})),
    names: often(fc.array(text, {maxLength: 2})),
    n: fc.integer({min: 0, max: 4}),
    _system: fc.constantFrom({delete: true}, {group: {_ref: 'a'}}),
  },
  {requiredKeys: []},
)

const document = fc
  .record({layer: fc.constantFrom(...layers), id, type, created: time, updated: time, content})
  .map(({layer, id, type, created, updated, content}): SanityDocument => ({
    ...content,
    _id: `${layer}${id}`,
    _type: type,
    _rev: 'r',
    _createdAt: created,
    _updatedAt: updated,
  }))

/** Documents, drafts and versions with odd values among them. */
export const datasets = fc.uniqueArray(document, {maxLength: 14, selector: ({_id}) => _id})

/** Values for what the queries name. */
export const params = fc.record({
  id: often(id),
  ids: often(fc.array(often(id), {maxLength: 3})),
  type: often(type),
  slug: often(fc.constantFrom(...slugs)),
  at: often(time),
  words: often(text),
})

const quoted = (value: Arbitrary<string>): Arbitrary<string> =>
  value.map((one) => JSON.stringify(one))

const search = fc
  .tuple(word, fc.constantFrom('', '*', ' -minsk', ' "stop a"'))
  .map(([one, more]) => JSON.stringify(`${one}${more}`))

const speakers = 'body[].markDefs[_type == "quotation"].speaker._ref'
const idValue = fc.oneof(quoted(id), fc.constantFrom('$id', 'null', '"drafts.a"'))
const outerId = fc.constantFrom('^._id', '^.ref._ref', '^.missing')

/** A condition; one that stands in a sub-query may look at the document around it. */
function conditions(depth: number): Arbitrary<string> {
  const anyId = depth > 0 ? fc.oneof(idValue, outerId) : idValue
  const own = fc.oneof(
    quoted(type).map((one) => `_type == ${one}`),
    fc.constantFrom('_type in ["article", "note"]', '_type == $type', '_type in [$type, "note"]'),
    anyId.map((one) => `_id == ${one}`),
    anyId.map((one) => `${one} == _id`),
    anyId.map((one) => `_id in [${one}, "b"]`),
    fc.constantFrom('_id in $ids', '_id in path("drafts.**")', '_id in path("drafts.*")'),
    fc.constantFrom('slug.current == $slug', 'slug.current in ["s1", $slug]', 'title == null'),
    quoted(word).map((one) => `title == ${one}`),
    anyId.map((one) => `references(${one})`),
    fc.constantFrom('references($ids)', 'references($ids, "a")', 'references([])'),
    anyId.map((one) => `ref._ref == ${one}`),
    anyId.map((one) => `${one} in refs[]._ref`),
    anyId.map((one) => `${one} in ${speakers}`),
    fc
      .constantFrom('$at', '3', 'true', 'null', '$ids', '_id', '[]', '-0')
      .map((one) => `${one} in (${speakers})`),
    fc.constantFrom(
      `count(${speakers}) > 0`,
      `select($id == null => n > 1, $id in ${speakers})`,
      `($id == null || (_type == "article" && $id in ${speakers}))`,
      '($id == null || (_type == $type && references($id)))',
    ),
    fc.constantFrom('ref._ref in $ids', 'defined(slug.current)', '!defined(title)', 'n > 2'),
    search.map((one) => `title match ${one}`),
    search.map((one) => `[title, ...coalesce(names, []), pt::text(body)] match ${one}`),
    search.map((one) => `[@, _id] match text::query(${one})`),
    search.map((one) => `@ match ${one}`),
    search.map((one) => `[title, body] match text::query(${one})`),
    fc.constantFrom('title match $words', 'names match [$words, "*"]', 'ref->title match $words'),
    anyId.map((one) => `sanity::versionOf(${one})`),
    fc.constantFrom('coalesce(publishedAt, _createdAt) < $at', '_updatedAt >= $at', '_id > $id'),
    fc.constantFrom(
      '($at == null || _createdAt < $at || (_createdAt == $at && _id > $id))',
      '($type == null || _type == $type)',
      'select($id == null => n > 1, _id == $id)',
    ),
  )
  const correlated = fc.constantFrom(
    '_id in ^.refs[]._ref',
    '_id in ^.refs[_weak == true]._ref',
    '_type == ^._type',
    'slug.current == ^.slug.current',
    `^._id in ${speakers}`,
    `^.n in ${speakers}`,
    'title == ^.title',
    'references(^.refs[]._ref)',
    'ref._ref == ^.ref._ref',
    '_id != ^._id',
  )
  const simple = depth > 0 ? fc.oneof(own, correlated) : own
  if (depth > 1) return joined(simple)
  const nested = sources(depth + 1).map((source) => `_id in ${source}._id`)
  const counted = sources(depth + 1).map((source) => `count(${source}) > 1`)
  return joined(fc.oneof({weight: 8, arbitrary: simple}, {weight: 1, arbitrary: nested}, counted))
}

function joined(one: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof(
    one,
    fc.tuple(one, one).map(([a, b]) => `${a} && ${b}`),
    fc.tuple(one, one, one).map(([a, b, c]) => `${a} && (${b} || ${c})`),
    fc.tuple(one, one).map(([a, b]) => `${a} || ${b}`),
    fc.tuple(one, one).map(([a, b]) => `${a} && !(${b})`),
  )
}

const keys = [
  '_id',
  '_createdAt',
  '_updatedAt',
  'title',
  'coalesce(publishedAt, _createdAt)',
  'lower(coalesce(sortName, name, ""))',
  'slug.current',
  speakers,
  'n',
]
const order = fc
  .array(
    fc
      .tuple(fc.constantFrom(...keys), fc.constantFrom('', ' asc', ' desc'))
      .map((one) => one.join('')),
    {minLength: 1, maxLength: 3},
  )
  .map((some) => ` | order(${some.join(', ')})`)
const slice = fc.constantFrom('', '[0...2]', '[1..2]', '[0...5]', '[2...1]', '[-2...9]')

function sources(depth: number): Arbitrary<string> {
  const filter = conditions(depth).map((condition) => `*[${condition}]`)
  return fc
    .tuple(
      fc.oneof({weight: 9, arbitrary: filter}, fc.constant('*')),
      fc.oneof(order, fc.constant('')),
      slice,
    )
    .map((parts) => parts.join(''))
}

const inner = fc.oneof(
  sources(1).map((source) => `"inner": ${source}._id`),
  sources(1).map((source) => `"n": count(${source})`),
  sources(1).map(
    (source) => `"rows": ${source}{_id, "back": ^._id, "up": *[references(^.^._id)]._id}`,
  ),
  sources(1).map((source) => `"mapped": refs[]{"x": ${source}._id}`),
  conditions(1).map((condition) => `"attributes": refs[].inner{"y": *[${condition}]._id}`),
)

/** Queries as Studio and front ends put them together, and odder ones. */
export const queries = fc.oneof(
  sources(0).map((source) => `${source}{_id, _originalId, title}`),
  sources(0).map((source) => `${source}._id`),
  sources(0).map((source) => `count(${source})`),
  sources(0).map((source) => `${source}[0]._id`),
  fc.tuple(sources(0), inner).map(([source, more]) => `${source}{_id, ${more}}`),
  fc
    .tuple(sources(0), inner, inner)
    .map(([source, a, b]) => `${source}{_id, "t": {${a}}, "u": [{${b}}]}`),
  sources(0).map(
    (source) => `${source} | score(title match "minsk", boost(n > 1, 2)) {_id, _score}`,
  ),
  sources(0).map((source) => `${source}{_id, "to": ref->{_id, title}, "all": refs[]->._id}`),
)
