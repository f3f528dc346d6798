import type {sitemapQuery, slugsQuery} from './addresses.ts'
import type {articleBySlugQuery} from './article.ts'
import type {indexQuery} from './entities.ts'
import type {goneAddressQuery} from './goneAddress.ts'
import type {storyGraphQuery} from './graph.ts'
import type {organisationBySlugQuery} from './organisation.ts'
import type {pagesShowingQuery} from './pages.ts'
import type {personBySlugQuery} from './person.ts'
import type {placeBySlugQuery} from './place.ts'
import type {pollBySlugQuery, pollsQuery} from './poll.ts'
import type {quotationsQuery} from './quotations.ts'
import type {searchQuery} from './search.ts'
import type {
  correctionsQuery,
  feedQuery,
  relatedStoriesQuery,
  storiesByEntityQuery,
  storiesQuery,
} from './stories.ts'
import type {unitBySlugQuery} from './unit.ts'

/** Where a row stands in a list that is sorted by time. */
export interface TimeCursor {
  readonly at: string
  readonly id: string
}

/** Where a row stands in an index that is sorted by name. */
export interface NameCursor {
  readonly name: string
  readonly id: string
}

interface BySlug {
  readonly slug: string
}

interface Page<Cursor> {
  /** The cursor of the last row one has; `null` for the first page. */
  readonly after: Cursor | null
}

interface WithProtected {
  readonly includeProtected: boolean
}

type EntityType = 'person' | 'unit' | 'organisation' | 'place'

/** What each query must be given, by its text: a query never runs with a parameter left out. */
export interface QueryParameters {
  [articleBySlugQuery]: BySlug & {readonly language: string | null}
  [correctionsQuery]: Page<TimeCursor>
  [feedQuery]: undefined
  [goneAddressQuery]: {readonly digest: string}
  [indexQuery]: Page<NameCursor> & WithProtected & {readonly types: readonly EntityType[]}
  [organisationBySlugQuery]: BySlug
  [pagesShowingQuery]: {
    readonly id: string
    readonly type: EntityType | 'article' | 'poll'
    readonly slugs: readonly string[]
    readonly references: readonly string[]
    readonly readNext: readonly string[]
  }
  [personBySlugQuery]: BySlug
  [placeBySlugQuery]: BySlug & WithProtected
  [pollBySlugQuery]: BySlug
  [pollsQuery]: Page<TimeCursor>
  [quotationsQuery]: Page<TimeCursor> & {readonly speaker: string | null}
  [relatedStoriesQuery]: {readonly id: string}
  [searchQuery]: WithProtected & {readonly text: string}
  [sitemapQuery]: Page<string>
  [slugsQuery]: Page<string> & {readonly type: EntityType | 'article' | 'poll'}
  [storiesByEntityQuery]: Page<TimeCursor> & {readonly id: string}
  [storiesQuery]: Page<TimeCursor>
  [storyGraphQuery]: WithProtected & {readonly story: string | null}
  [unitBySlugQuery]: BySlug
}
