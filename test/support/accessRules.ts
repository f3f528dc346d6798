/** Who may ask: nobody in particular, or the holder of a token with a role. */
export const roles = ['anonymous', 'viewer', 'editor', 'administrator'] as const
export type RoleName = (typeof roles)[number]

/** What documents there are, by who may read them; each with the id of an example. */
export const exampleOf = {
  published: 'person-1',
  draft: 'drafts.person-2',
  version: 'versions.spring.person-3',
  desk: 'desk.n1',
  protected: 'protected.s1',
  'protected draft': 'drafts.protected.s2',
  'protected version': 'versions.spring.protected.s3',
  memory: 'seed.m1',
} as const
export type Kind = keyof typeof exampleOf

/**
 * What comes of a request: it is refused (401 or 403), or answered without a word of the document,
 * or the answer tells of the document.
 */
export type Outcome = 'refused' | 'answered' | 'told'

type Told = 'refused' | readonly Kind[]

const nothing: readonly Kind[] = []
const published: readonly Kind[] = ['published']
const unprotected: readonly Kind[] = ['published', 'draft', 'version']
const everything: readonly Kind[] = [
  ...unprotected,
  'desk',
  'protected',
  'protected draft',
  'protected version',
  'memory',
]

/** All of them. */
export const kinds = everything

/** Which endpoints are alike, and of which kinds of documents they tell each role. */
interface Rule extends Record<RoleName, Told> {
  endpoints: readonly string[]
}

/** Everything that there is to know about who may do what, by endpoint. */
export const rules: Readonly<Record<string, Rule>> = {
  'reading documents': {
    anonymous: published,
    viewer: unprotected,
    editor: everything,
    administrator: everything,
    endpoints: [
      'GET /data/query/:dataset',
      'POST /data/query/:dataset',
      'GET /data/doc/:dataset/:ids',
      'GET /data/listen/:dataset',
      'GET /data/live/events/:dataset',
    ],
  },
  'reading what documents were, or all of them': {
    anonymous: 'refused',
    viewer: unprotected,
    editor: everything,
    administrator: everything,
    endpoints: [
      'GET /data/export/:dataset',
      'GET /data/history/:dataset/documents/:ids',
      'GET /data/history/:dataset/transactions/:ids',
      'GET /data/history/:dataset/events/documents/:id',
    ],
  },
  'reading what became of a release': {
    anonymous: 'refused',
    viewer: ['version'],
    editor: ['version', 'protected version'],
    administrator: ['version', 'protected version'],
    endpoints: ['GET /data/history/:dataset/events/releases/:name'],
  },
  'changing documents': {
    anonymous: 'refused',
    viewer: 'refused',
    editor: everything,
    administrator: everything,
    endpoints: ['POST /data/mutate/:dataset'],
  },
  'changing documents without getting them back': {
    anonymous: 'refused',
    viewer: 'refused',
    editor: nothing,
    administrator: nothing,
    endpoints: [
      'POST /data/actions/:dataset',
      'POST /data/history/:dataset/forget',
      'POST /assets/images/:dataset',
      'POST /assets/files/:dataset',
      'POST /comments/:dataset/setup',
    ],
  },
  'taking all there is': {
    anonymous: 'refused',
    viewer: 'refused',
    editor: 'refused',
    administrator: everything,
    endpoints: ['GET /backup'],
  },
  'looking after the lake': {
    anonymous: 'refused',
    viewer: 'refused',
    editor: 'refused',
    administrator: nothing,
    endpoints: [
      'GET /access',
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
    ],
  },
  'being somebody': {
    anonymous: 'refused',
    viewer: nothing,
    editor: nothing,
    administrator: nothing,
    endpoints: [
      'GET /auth/id',
      'GET /users/me',
      'GET /users/me/keyvalue/:keys',
      'PUT /users/me/keyvalue',
      'DELETE /users/me/keyvalue/:key',
      'GET /users/:ids',
      'GET /datasets',
      'GET /projects/:project/datasets',
      'GET /projects/:project',
      'GET /projects/:project/datasets/:dataset/acl',
    ],
  },
  'a ticket that nobody was given': {
    anonymous: 'refused',
    viewer: 'refused',
    editor: 'refused',
    administrator: 'refused',
    endpoints: ['GET /auth/fetch'],
  },
  'what tells nothing of any document': {
    anonymous: nothing,
    viewer: nothing,
    editor: nothing,
    administrator: nothing,
    endpoints: [
      'GET /auth/providers',
      'GET /auth/login/embedded',
      'POST /auth/logout',
      'GET /images/:project/:dataset/:file/:name?',
      'GET /files/:project/:dataset/:file/:name?',
      'GET /data/references/:dataset/documents/:id/to',
      'GET /data/ping/:dataset',
      'GET /projects/:project/grants',
      'GET /projects/:project/new-content-release-allowed',
      'GET /projects/:project/user-applications',
      'GET /socket/:dataset',
      'GET /healthz',
      'GET /streams',
      'GET /ping',
      'GET /check/cors',
      'GET /features',
      'GET /schedules/:project/:dataset',
      'GET /subscriptions/project/:project',
      'GET /intake/telemetry-status',
      'GET /help',
      'GET /journey/*',
    ],
  },
}

/** What is to come of a request by the rules. */
export function expected(rule: Rule, role: RoleName, kind: Kind): Outcome {
  const told = rule[role]
  if (told === 'refused') return 'refused'
  return told.includes(kind) ? 'told' : 'answered'
}
