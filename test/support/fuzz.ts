import fc from 'fast-check'

/** A request as somebody hostile or confused may send it. */
export interface FuzzedRequest {
  method: string
  /** With everything from the first slash on; percent-encoded. */
  path: string
  headers: Record<string, string>
  body: string | undefined
}

const ids = ['person-1', 'drafts.person-1', 'protected.s1', 'versions.spring.person-1', 'desk.n1']

const oddText = fc.oneof(
  fc.string({unit: 'binary', maxLength: 40}),
  fc.string({unit: 'grapheme', maxLength: 40}),
  fc.constantFrom(
    '',
    '..',
    '../../lake.db',
    '%00',
    '\u0000',
    'drafts.drafts.x',
    'versions.x',
    '_.releases.spring',
    '__proto__',
    'constructor',
    '9'.repeat(400),
    '-1',
    '1e999',
    'NaN',
    'null',
    'a'.repeat(300),
    "' OR 1=1 --",
  ),
)
const id = fc.oneof(fc.constantFrom(...ids), oddText)

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
    `${'('.repeat(3_000)}1${')'.repeat(3_000)}`,
    `${'['.repeat(2_000)}`,
    `*${'[true]'.repeat(1_500)}`,
    `1${'+1'.repeat(5_000)}`,
  ),
  fc
    .array(
      fc.constantFrom(
        ...[
          '*',
          '[',
          ']',
          '{',
          '}',
          '(',
          ')',
          '_id',
          '==',
          '"a"',
          '$id',
          '->',
          '@',
          '^',
          '..',
          '...',
        ],
        ...[
          '|',
          'order',
          'score',
          '&&',
          '||',
          '!',
          'in',
          'match',
          '1',
          '-1',
          '1e400',
          '::',
          'text',
        ],
        ...['count', 'path', '/', '%', '**', ',', ':', '=>', 'select', 'now()', 'asc', 'null'],
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
    fc.constant(null),
    fc.constantFrom({_type: 'reference', _ref: 'protected.s1'}, {_ref: 1}, [[]], '2026-01-01'),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(
      fc.constantFrom(
        '_id',
        '_type',
        '_ref',
        '_key',
        '_rev',
        '_system',
        'name',
        'a.b',
        '__proto__',
      ),
      tie('value'),
      {maxKeys: 4},
    ),
  ),
})).value

const operations = fc.record(
  {
    set: fc.dictionary(oddPath(), json, {maxKeys: 2}),
    setIfMissing: fc.dictionary(oddPath(), json, {maxKeys: 2}),
    unset: fc.array(oddPath(), {maxLength: 2}),
    inc: fc.dictionary(oddPath(), fc.double(), {maxKeys: 2}),
    diffMatchPatch: fc.dictionary(oddPath(), oddText, {maxKeys: 2}),
    insert: fc.record({after: oddPath(), items: fc.array(json, {maxLength: 2})}),
    ifRevisionID: oddText,
  },
  {requiredKeys: []},
)

function oddPath() {
  return fc.oneof(
    fc.constantFrom(
      'name',
      'list[0]',
      'list[-1]',
      'list[_key=="a"]',
      'a..b',
      '[0:99999999]',
      '..x',
    ),
    oddText,
  )
}

const document = fc
  .record({_id: id, _type: fc.constantFrom('person', 'x', 'system.release')})
  .chain((head) =>
    fc
      .dictionary(fc.constantFrom('name', 'list', 'link'), json)
      .map((body) => ({...body, ...head})),
  )
const mutation = fc.oneof(
  fc.record({create: document}),
  fc.record({createOrReplace: document}),
  fc.record({createIfNotExists: document}),
  fc.record({delete: fc.oneof(fc.record({id}), fc.record({query: groq, params: json}))}),
  fc.tuple(id, operations).map(([id, patch]) => ({patch: {id, ...patch}})),
  fc.tuple(groq, operations).map(([query, patch]) => ({patch: {query, ...patch}})),
  json,
)
const action = fc.record(
  {
    actionType: fc.constantFrom(
      ...['create', 'edit', 'replaceDraft', 'publish', 'unpublish', 'discard', 'delete'].map(
        (name) => `sanity.action.document.${name}`,
      ),
      ...['create', 'replace', 'unpublish', 'discard'].map(
        (name) => `sanity.action.document.version.${name}`,
      ),
      ...[
        'create',
        'edit',
        'publish',
        'schedule',
        'unschedule',
        'archive',
        'unarchive',
        'delete',
      ].map((name) => `sanity.action.release.${name}`),
    ),
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

/** Bodies by what an endpoint takes; any of them may be cut off, or be no JSON at all. */
const bodies = {
  query: fc.record({query: groq, params: json}),
  mutate: fc.record({
    mutations: fc.array(mutation, {maxLength: 3}),
    transactionId: fc.oneof(oddText, fc.uuid()),
  }),
  actions: fc.record({actions: fc.array(action, {maxLength: 2}), dryRun: fc.boolean()}),
  any: json,
}

const parameters = fc.array(
  fc.tuple(
    fc.constantFrom(
      ...[
        'query',
        'perspective',
        '$id',
        '$n',
        'tag',
        'returnDocuments',
        'dryRun',
        'types',
        'nextCursor',
      ],
      ...[
        'limit',
        'time',
        'revision',
        'fromTransaction',
        'toTime',
        'authors',
        'effectFormat',
        'reverse',
      ],
      ...[
        'includeAllVersions',
        'lastRevision',
        'includeDrafts',
        'origin',
        'sid',
        'w',
        'h',
        'rect',
        'dl',
      ],
    ),
    fc.oneof(groq, oddText, fc.constantFrom('true', 'raw', 'drafts', '"person-1"', '0', '{', '[[')),
  ),
  {maxLength: 4},
)

/** Requests to an endpoint given as `GET /data/doc/:dataset/:ids`. */
export function requestsTo(endpoint: string): fc.Arbitrary<FuzzedRequest> {
  const [method = 'GET', pattern = ''] = endpoint.split(' ')
  const kind = /mutate|actions|query/.exec(pattern)?.[0]
  const body =
    kind === 'mutate' || kind === 'actions' || kind === 'query' ? bodies[kind] : bodies.any
  const filled = fc
    .array(fc.oneof(id, oddText), {minLength: 6, maxLength: 6})
    .map((values) => fill(pattern, values, method === 'DELETE' ? 'spare' : 'production'))
  const hasVersion = !/^\/(?:images|files|healthz)/.test(pattern)
  return fc
    .record({
      path: filled,
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
    .map(({path, query, body, headers}) => {
      const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
      return {
        method,
        path: `${hasVersion ? '/vX' : ''}${path}?${search}`,
        headers,
        body: method === 'GET' || method === 'DELETE' ? undefined : body,
      }
    })
}

/** Puts values into an address; the first dataset is mostly the one that there is. */
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
