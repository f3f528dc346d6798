/** One request to an endpoint: what somebody may try there to learn of a document, or to change it. */
export interface Attempt {
  /** What comes after the API version; with no version in front when it begins with `//`. */
  path: string
  body?: object
  /** Answered with events, which go on. */
  stream?: boolean
}

/** The document that requests are about, and what is known of it from elsewhere. */
export interface Wanted {
  id: string
  /** A transaction that changed it. */
  transactionId: string
  /** A word that stands in it. */
  word: string
  /** The address of the Studio that may log in. */
  studio: string
}

/**
 * The requests by which somebody may try to get at a document, for each endpoint of the lake. Tests
 * compare the endpoints with those of the lake, so that a new one is tried too.
 */
export function attemptsFor(wanted: Wanted): Record<string, Attempt[]> {
  const {id, studio} = wanted
  const one = (path: string): Attempt[] => [{path}]
  const json = (path: string, body: object = {}): Attempt[] => [{path, body}]
  return {
    ...readingData(wanted),
    ...readingHistory(wanted),
    ...writing(wanted),
    ...managing(),

    'POST /assets/images/:dataset': json('/assets/images/production'),
    'POST /assets/files/:dataset': json('/assets/files/production'),
    'GET /images/:project/:dataset/:file/:name?': one(
      `//images/storygraph/production/${'0'.repeat(40)}-1x1.png?dl=${id}`,
    ),
    'GET /files/:project/:dataset/:file/:name?': [
      {path: '//files/storygraph/production/..%2f..%2fdatasets%2fproduction.db'},
      {path: `//files/storygraph/production/${id}`},
    ],

    'POST /comments/:dataset/setup': json('/comments/production/setup'),

    'GET /auth/providers': one('/auth/providers'),
    'GET /auth/login/embedded': one(`/auth/login/embedded?origin=${studio}`),
    'GET /auth/fetch': one('/auth/fetch?sid=guess'),
    'POST /auth/logout': json('/auth/logout'),
    'GET /auth/id': one('/auth/id'),
    'GET /users/me': one('/users/me'),
    'GET /users/me/keyvalue/:keys': one(`/users/me/keyvalue/recent,${id}`),
    'PUT /users/me/keyvalue': json('/users/me/keyvalue', []),
    'DELETE /users/me/keyvalue/:key': one('/users/me/keyvalue/none'),
    'GET /users/:ids': one('/users/administrator,somebody'),

    'GET /projects/:project': one('/projects/storygraph'),
    'GET /datasets': one('/datasets'),
    'GET /projects/:project/datasets': one('/projects/storygraph/datasets'),
    'GET /projects/:project/datasets/:dataset/acl': one(
      '/projects/storygraph/datasets/production/acl',
    ),
    'GET /projects/:project/new-content-release-allowed': one(
      '/projects/storygraph/new-content-release-allowed',
    ),
    'GET /projects/:project/grants': one('/projects/storygraph/grants'),
    'GET /projects/:project/user-applications': one('/projects/storygraph/user-applications'),

    'GET /socket/:dataset': one('/socket/production'),
    'GET /healthz': one('//healthz'),
    'GET /streams': one('/streams'),
    'GET /ping': one('/ping'),
    'GET /data/ping/:dataset': one('/data/ping/production'),
    'GET /check/cors': one('/check/cors'),
    'GET /features': one('/features'),
    'GET /schedules/:project/:dataset': one('/schedules/storygraph/production'),
    'GET /subscriptions/project/:project': one('/subscriptions/project/storygraph'),
    'GET /intake/telemetry-status': one('/intake/telemetry-status'),
    'GET /help': one('/help'),
    'GET /journey/*': one('/journey/trial'),
  }
}

function readingData({id, word}: Wanted): Record<string, Attempt[]> {
  const query = (text: string, perspective = 'raw'): Attempt => ({
    path: `/data/query/production?returnQuery=false&perspective=${perspective}&$id="${id}"&query=${encodeURIComponent(text)}`,
  })
  return {
    'GET /data/query/:dataset': [
      ...['raw', 'published', 'drafts', 'spring,drafts'].map((view) => query('*', view)),
      query('*[_id == $id]'),
      query('*[references("person-1")]'),
      query('*[references($id)]'),
      query(`*[@ match text::query("${word}*")]`),
      query(`*[name match "${word.slice(0, 6)}*"] | score(name match "${word}")`),
      query('*[_type == "article"]{"up": *[references(^._id)], "down": link->}'),
      query('{"_type": "reference", "_ref": $id}->'),
      query('*[0]{"other": *[_id == $id][0], "got": documents::get({"_ref": $id})}'),
      query('array::unique(*[]{"all": string(@.name)}.all)'),
    ],
    'POST /data/query/:dataset': [
      {
        path: '/data/query/production?perspective=raw&returnQuery=false',
        body: {query: '*[_id in $ids]', params: {ids: [id]}},
      },
    ],
    'GET /data/doc/:dataset/:ids': [
      {path: `/data/doc/production/${id}`},
      {path: `/data/doc/production/person-1,${id.split('.').at(-1)},${id}?includeAllVersions=true`},
    ],
    'GET /data/export/:dataset': [
      {path: '/data/export/production'},
      {path: '/data/export/production?nextCursor=&types=x,desk,protectedIdentity,person'},
    ],
    'GET /data/listen/:dataset': [
      {
        path: '/data/listen/production?query=*&includeResult=true&includePreviousRevision=true&effectFormat=mendoza',
        stream: true,
      },
    ],
    'GET /data/live/events/:dataset': [
      {path: '/data/live/events/production', stream: true},
      {path: '/data/live/events/production?includeDrafts=true', stream: true},
    ],
    'GET /data/references/:dataset/documents/:id/to': [
      {path: `/data/references/production/documents/${id}/to`},
    ],
  }
}

function readingHistory({id, transactionId}: Wanted): Record<string, Attempt[]> {
  const path = '/data/history/production'
  return {
    'GET /data/history/:dataset/documents/:ids': [
      {path: `${path}/documents/${id},person-1?lastRevision=true`},
      {path: `${path}/documents/${id}?revision=${transactionId}`},
      {path: `${path}/documents/${id}?time=${encodeURIComponent('2100-01-01T00:00:00Z')}`},
    ],
    'GET /data/history/:dataset/transactions/:ids': [
      {path: `${path}/transactions/${id},person-1?effectFormat=mendoza`},
      {path: `${path}/transactions/person-1?fromTransaction=${transactionId}`},
    ],
    'GET /data/history/:dataset/events/documents/:id': [
      {path: `${path}/events/documents/${id}`},
      {path: `${path}/events/documents/${id.split('.').slice(-2).join('.')}`},
    ],
    'GET /data/history/:dataset/events/releases/:name': [{path: `${path}/events/releases/spring`}],
  }
}

function writing({id, transactionId, word}: Wanted): Record<string, Attempt[]> {
  const mutate = '/data/mutate/production?returnDocuments=true&dryRun=true'
  const reference = {_type: 'reference', _ref: id}
  return {
    'POST /data/mutate/:dataset': [
      {path: mutate, body: {mutations: [{patch: {id, set: {x: 1}}}]}},
      {path: mutate, body: {mutations: [{patch: {id, ifRevisionID: 'no', set: {x: 1}}}]}},
      {path: mutate, body: {mutations: [{create: {_id: id, _type: 'x'}}]}},
      {path: mutate, body: {mutations: [{delete: {id}}]}},
      {path: mutate, body: {mutations: [{create: {_type: 'x', name: reference}}]}},
      {path: mutate, body: {mutations: [{delete: {query: `*[name == "${word}"]`}}]}},
      {path: mutate, body: {mutations: [{create: {_type: 'x'}}], transactionId}},
    ],
    'POST /data/actions/:dataset': [
      ...['draftId', 'versionId'].map((name) => ({
        path: '/data/actions/production',
        body: {
          dryRun: true,
          actions: [
            {
              actionType: `sanity.action.document.${name === 'draftId' ? '' : 'version.'}discard`,
              [name]: id,
            },
          ],
        },
      })),
      {
        path: '/data/actions/production',
        body: {
          dryRun: true,
          actions: [{actionType: 'sanity.action.document.delete', publishedId: 'person-1'}],
        },
      },
    ],
    'POST /data/history/:dataset/forget': [
      {path: '/data/history/production/forget', body: {ids: [], words: ['stands nowhere']}},
    ],
  }
}

/** What administrators alone may do, tried as it stands and where it does no harm. */
function managing(): Record<string, Attempt[]> {
  const endpoints = [
    'GET /access',
    'GET /backup',
    'POST /restore',
    'PUT /datasets/:dataset',
    'PATCH /datasets/:dataset',
    'DELETE /datasets/:dataset',
    'PUT /projects/:project/datasets/:dataset',
    'PATCH /projects/:project/datasets/:dataset',
    'DELETE /projects/:project/datasets/:dataset',
    'GET /projects/:project/tokens',
    'POST /projects/:project/tokens',
    'DELETE /projects/:project/tokens/:id',
    'GET /hooks/projects/:project',
    'POST /hooks/projects/:project',
    'GET /hooks/projects/:project/:id',
    'PATCH /hooks/projects/:project/:id',
    'DELETE /hooks/projects/:project/:id',
    'GET /hooks/projects/:project/:id/attempts',
    'GET /hooks/projects/:project/:id/messages',
  ]
  return Object.fromEntries(
    endpoints.map((endpoint) => {
      const [method, pattern = ''] = endpoint.split(' ')
      const path = pattern
        .replace(':project', 'storygraph')
        .replace(':dataset', 'spare')
        .replace(':id', 'some')
      return [endpoint, [{path, ...(method !== 'GET' && method !== 'DELETE' && {body: {}})}]]
    }),
  )
}
