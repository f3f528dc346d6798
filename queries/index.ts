export {sitemapQuery, slugsQuery} from './addresses.ts'
export {articleBySlugQuery} from './article.ts'
export {indexQuery} from './entities.ts'
export {goneAddressQuery} from './goneAddress.ts'
export {storyGraphQuery} from './graph.ts'
export {organisationBySlugQuery} from './organisation.ts'
export {pagesShowingQuery} from './pages.ts'
export {personBySlugQuery} from './person.ts'
export {placeBySlugQuery} from './place.ts'
export {pollBySlugQuery, pollsQuery} from './poll.ts'
export {quotationsQuery} from './quotations.ts'
export {searchQuery} from './search.ts'
export {
  correctionsQuery,
  feedQuery,
  relatedStoriesQuery,
  storiesByEntityQuery,
  storiesQuery,
} from './stories.ts'
export {unitBySlugQuery} from './unit.ts'
export type {NameCursor, QueryParameters, TimeCursor} from './parameters.ts'
export {addressDigest} from '../vocabulary/goneAddresses.ts'
export type * from '../sanity.types.ts'
