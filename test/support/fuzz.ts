import * as fc from 'fast-check'

/** A request as somebody hostile or confused may send it. */
export interface FuzzedRequest {
  method: string
  /** With everything from the first slash on; percent-encoded. */
  path: string
  headers: Record<string, string>
  body: string | undefined
}

/** One of some words. */
function word(words: string): fc.Arbitrary<string> {
  return fc.constantFrom(...words.split(' '))
}

const deep = (left: string, right: string, levels: number): string =>
  `${left.repeat(levels)}1${right.repeat(levels)}`

const oddText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 40}),
  fc.string({unit: 'grapheme', maxLength: 40}),
  word('.. ../../lake.db %00 \u0000 drafts.drafts.x versions.x _.releases.spring __proto__'),
  word('constructor -1 1e999 NaN null'),
  fc.constantFrom('', "' OR 1=1 --", '9'.repeat(400), 'a'.repeat(300)),
)
const id = fc.oneof(
  word('person-1 drafts.person-1 protected.s1 versions.spring.person-1 desk.n1'),
  oddText,
)

const groq = fc.oneof(
  fc.constantFrom(
    '*',
    '*[_id == $id][0]',
    '*[_type == "person"]{..., "r": *[references(^._id)]}',
    'count(*[_id in path("protected.**")])',
    '*[@ match text::query($id)]',
    '*|order(name desc)[0...3]|score(name match "a")',
    '*[$n]',
    'array::unique(*[].name)',
    'string::split("a", $id)',
    'dateTime($id)',
    '*[string::startsWith(_id, $id)]._rev',
    'releases::all()',
    'diff::changedAny({}, {}, (a, b))',
    'math::sum([1, $n, "x"])',
    deep('(', ')', 3_000),
    deep('[', ']', 2_000),
    `*${'[true]'.repeat(1_500)}`,
    `1${'+1'.repeat(5_000)}`,
  ),
  fc
    .array(
      fc.oneof(
        word('* [ ] { } ( ) _id == "a" $id -> @ ^ .. ... | order score && || ! in match 1 -1'),
        word('1e400 :: text count path / % ** , : = => select now() asc null'),
      ),
      {maxLength: 14},
    )
    .map((words) => words.join(' ')),
  oddText,
)

/** JSON with the keys that documents and requests have, and any values. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    id,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, {_type: 'reference', _ref: 'protected.s1'}, {_ref: 1}, [[]], '2026-01'),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(word('_id _type _ref _key _rev _system name a.b __proto__'), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value

const place = fc.oneof(word('name list[0] list[-1] list[_key=="a"] a..b [0:99999999] ..x'), oddText)
const few = {maxKeys: 2}
const operations = fc.record(
  {
    set: fc.dictionary(place, json, few),
    setIfMissing: fc.dictionary(place, json, few),
    unset: fc.array(place, {maxLength: 2}),
    inc: fc.dictionary(place, fc.double(), few),
    diffMatchPatch: fc.dictionary(place, oddText, few),
    insert: fc.record({after: place, items: fc.array(json, {maxLength: 2})}),
    ifRevisionID: oddText,
  },
  {requiredKeys: []},
)

const document = fc
  .tuple(fc.dictionary(word('name list link'), json), id, word('person x system.release'))
  .map(([fields, _id, _type]) => ({...fields, _id, _type}))
const mutation = fc.oneof(
  fc.record({create: document}),
  fc.record({createOrReplace: document}),
  fc.record({createIfNotExists: document}),
  fc.record({delete: fc.oneof(fc.record({id}), fc.record({query: groq, params: json}))}),
  fc.tuple(id, operations).map(([target, patch]) => ({patch: {id: target, ...patch}})),
  fc.tuple(groq, operations).map(([query, patch]) => ({patch: {query, ...patch}})),
  json,
)
const actionType = fc.oneof(
  word('create edit replaceDraft publish unpublish discard delete').map(
    (name) => `document.${name}`,
  ),
  word('create replace unpublish discard').map((name) => `document.version.${name}`),
  word('create edit publish schedule unschedule archive unarchive delete').map(
    (name) => `release.${name}`,
  ),
)
const action = fc.record(
  {
    actionType: actionType.map((name) => `sanity.action.${name}`),
    publishedId: id,
    draftId: id,
    versionId: id,
    baseId: id,
    releaseId: fc.oneof(fc.constant('spring'), oddText),
    attributes: document,
    document,
    patch: operations,
    metadata: json,
    publishAt: fc.oneof(fc.constant('2026-01-01T00:00:00Z'), oddText),
    includeDrafts: fc.array(id, {maxLength: 2}),
  },
  {requiredKeys: ['actionType']},
)

/** What an endpoint takes, by the last word of its family; elsewhere any JSON. */
const bodies: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  query: fc.record({query: groq, params: json}),
  mutate: fc.record({
    mutations: fc.array(mutation, {maxLength: 3}),
    transactionId: fc.oneof(oddText, fc.uuid()),
  }),
  actions: fc.record({actions: fc.array(action, {maxLength: 2}), dryRun: fc.boolean()}),
  forget: fc.record({ids: fc.array(id), words: fc.array(oddText)}),
}

const parameters = fc.array(
  fc.tuple(
    fc.oneof(
      word(
        'query perspective $id $n tag returnDocuments dryRun types nextCursor limit time revision',
      ),
      word('fromTransaction toTime authors effectFormat reverse includeAllVersions lastRevision'),
      word('includeDrafts origin sid w h rect dl meta filename document user'),
    ),
    fc.oneof(groq, oddText, word('true raw drafts "person-1" 0 { [[')),
  ),
  {maxLength: 4},
)

/** Requests to an endpoint given as `GET /data/doc/:dataset/:ids`. */
export function requestsTo(endpoint: string): fc.Arbitrary<FuzzedRequest> {
  const [method = 'GET', pattern = ''] = endpoint.split(' ')
  const body = bodies[/forget|mutate|actions|query/.exec(pattern)?.[0] ?? ''] ?? json
  // The dataset that everything else is sent to has to stay.
  const dataset = method === 'DELETE' ? 'spare' : 'production'
  const version = /^\/(?:images|files|healthz)/.test(pattern) ? '' : '/vX'
  return fc
    .record({
      values: fc.array(fc.oneof(id, oddText), {minLength: 6, maxLength: 6}),
      query: parameters,
      body: fc.oneof(
        {weight: 6, arbitrary: body.map((value) => JSON.stringify(value) ?? '')},
        {weight: 1, arbitrary: oddText},
        {weight: 1, arbitrary: fc.constantFrom('[', '{"a":', '['.repeat(50_000), 'null', '\u0000')},
      ),
      headers: fc.constantFrom<Record<string, string>>(
        {},
        {'last-event-id': '#'},
        {range: 'bytes=9-1'},
        {'content-type': 'text/plain'},
        {'content-encoding': 'gzip'},
        {accept: '\u00ff'},
      ),
    })
    .map(({values, query, body, headers}) => {
      const search = query.map((pair) => pair.map(encode).join('='))
      return {
        method,
        path: `${version}${fill(pattern, values, dataset)}?${search.join('&')}`,
        headers,
        body: method === 'GET' || method === 'DELETE' ? undefined : body,
      }
    })
}

/** Puts values into an address; dataset and project are mostly those that there are. */
function fill(pattern: string, values: readonly string[], dataset: string): string {
  let index = 0
  return pattern.replaceAll(/:(\w+)\??|\*/g, (_match, name) => {
    const value = values[index++] ?? ''
    if (name === 'dataset' && value.length % 4 !== 0) return dataset
    if (name === 'project' && value.length % 4 !== 0) return 'storygraph'
    return encode(value)
  })
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
