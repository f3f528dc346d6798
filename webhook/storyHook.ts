/** The documents that have pages, and that pages show. */
export const pageTypes = ['article', 'person', 'unit', 'organisation', 'place', 'poll'] as const

export type PageType = (typeof pageTypes)[number]

/**
 * Where a document refers to another whose page shows it in return. Not among them: pictures, and the
 * stories that a fact cites, for a story does not show who cites it.
 */
const referencePaths = [
  'about[]',
  'locations[]',
  'dateline.place',
  'translationOf',
  'relatedArticles[].story',
  'bylines[].person',
  'body[].poll',
  'body[].markDefs[].entity',
  'body[].markDefs[].speaker',
  'body[].markDefs[].attributedTo',
  'body[].markDefs[].poll',
  'relations[].to',
  'fightsFor.place',
  'birthPlace.place',
  'nationalities[].place',
  'residences[].place',
  'deployments[].place',
  'compositionNationalities[].place',
  'country.place',
  'location.place',
  'metonymFor.place',
  'within',
  'pollsterEntity',
  'places[]',
]

/** What is told of a document as it was, or is: never more than finds its pages. */
const stateOf = (document: string): string =>
  `select(defined(${document}._id) => {
    "slug": ${document}.slug.current,
    "language": ${document}.language,
    "references": [${referencePaths.map((path) => `${document}.${path}._ref`).join(', ')}]
  })`

/**
 * The webhook that `receiveWebhook` reads, without its `url`, `dataset` and `secret`: what
 * `storygraph hook create` makes on the embedded lake, and what is to be filled in at
 * sanity.io/manage or sent to the hosted `POST /hooks/projects/<project>`. It tells of every
 * published document that has a page, and of no draft and no confidential one; of its content only
 * the addresses and the ids it refers to, as they were before the change and are after it.
 */
export const storyHook = {
  type: 'document',
  name: 'Pages to rebuild',
  description: 'Tells a website which published document changed, so that it rebuilds its pages.',
  apiVersion: 'v2021-03-25',
  httpMethod: 'POST',
  includeDrafts: false,
  includeAllVersions: false,
  rule: {
    on: ['create', 'update', 'delete'],
    filter: `_type in ${JSON.stringify(pageTypes)} && _id in path("*")`,
    projection: `{
  "id": _id,
  "type": _type,
  "operation": delta::operation(),
  "revision": after()._rev,
  "before": ${stateOf('before()')},
  "after": ${stateOf('after()')}
}`,
  },
} as const
