import type {StoryClient} from '../client/createStoryClient.ts'
import {pagesShowingQuery} from '../queries/index.ts'
import type {EntityType} from '../vocabulary/entityTypes.ts'
import type {DocumentState, StoryChange} from './storyChange.ts'

/** A page of a website, to be mapped to its address there. */
export type Page = StoryPage | SubjectPage | ListPage | IndexPage

/** The page of one story. */
export interface StoryPage {
  readonly kind: 'article'
  readonly slug: string
  /** A tag such as `en`; `und` while nobody has said. */
  readonly language: string
  /** Whether nothing is at this address any more: a page to be removed, or answered 404 or 410. */
  readonly isGone: boolean
}

/** The page of one person, unit, organisation, place or poll. */
export interface SubjectPage {
  readonly kind: EntityType | 'poll'
  readonly slug: string
  readonly isGone: boolean
}

/** A list, as the query of its name yields it; `stories` are the front page and the archive. */
export interface ListPage {
  readonly kind: 'stories' | 'feed' | 'sitemap' | 'quotations' | 'corrections' | 'polls' | 'graph'
}

/** The index A to Z of one type. */
export interface IndexPage {
  readonly kind: 'index'
  readonly type: EntityType
}

export interface PagesShowingOptions {
  /** Whether stories print what to read next (`relatedStoriesQuery`); then those are found too. */
  readonly readNext?: boolean
}

/**
 * Every page that shows a document, or showed it until it changed, each once: its own page at its
 * address now and at the one before, the pages that name or list it, and the lists. Asks once, for
 * what is published, past all caches, whatever perspective the client has. No confidential document
 * is among them.
 */
export async function pagesShowing(
  client: Pick<StoryClient, 'fetch'>,
  change: StoryChange,
  {readNext = false}: PagesShowingOptions = {},
): Promise<Page[]> {
  const {id, type, before, after} = change
  const states = [before, after].filter((state) => state !== null)
  const addresses = states.flatMap((state) => addressOf(type, state) ?? [])
  const references = [...new Set(states.flatMap((state) => state.references))]
  const {own, others, isByline} = await client.fetch(
    pagesShowingQuery,
    {
      id,
      type,
      slugs: addresses.map(({slug}) => slug),
      references,
      readNext: readNext ? references : [],
    },
    {perspective: 'published', useCdn: false, tag: 'webhook'},
  )
  const there = own.map(pageOf)
  const shown = others.map(pageOf)
  const gone = addresses
    .map((page) => ({...page, isGone: true}))
    .filter((page) => !there.some((one) => keyOf(one) === keyOf(page)))
  const kept = there.filter((page) => addresses.some((one) => keyOf(one) === keyOf(page)))
  const lists = listsOf(type, [...kept, ...gone, ...shown], isByline)
  return unique([...kept, ...gone, ...shown, ...lists])
}

type OwnPage = StoryPage | SubjectPage

function addressOf(kind: StoryChange['type'], state: DocumentState): OwnPage | undefined {
  const {slug, language} = state
  if (slug === null) return undefined
  if (kind !== 'article') return {kind, slug, isGone: false}
  return {kind, slug, language: language ?? 'und', isGone: false}
}

type Row =
  | {readonly _type: 'article'; readonly slug: string; readonly language: string}
  | {readonly _type: SubjectPage['kind']; readonly slug: string}

function pageOf(row: Row): OwnPage {
  const {_type, slug} = row
  if (_type !== 'article') return {kind: _type, slug, isGone: false}
  return {kind: _type, slug, language: row.language, isGone: false}
}

/** The lists that show a document of a type, or count the stories of those it names. */
function listsOf(
  type: StoryChange['type'],
  pages: readonly OwnPage[],
  isByline: boolean,
): (ListPage | IndexPage)[] {
  const everywhere: ListPage[] = [{kind: 'sitemap'}, {kind: 'graph'}]
  if (type === 'poll') return [{kind: 'polls'}, ...everywhere]
  const stories: ListPage[] = [{kind: 'stories'}, {kind: 'feed'}]
  if (type !== 'article') {
    const bylined = type === 'person' && isByline ? stories : []
    return [...bylined, {kind: 'index', type}, {kind: 'quotations'}, ...everywhere]
  }
  const counted = pages.flatMap(({kind}): IndexPage[] =>
    kind === 'article' || kind === 'poll' ? [] : [{kind: 'index', type: kind}],
  )
  return [...stories, {kind: 'quotations'}, {kind: 'corrections'}, ...counted, ...everywhere]
}

function unique(pages: readonly Page[]): Page[] {
  return [...new Map(pages.map((page) => [keyOf(page), page])).values()]
}

/** What tells one page from another: its kind and address. */
function keyOf(page: Page): string {
  if (page.kind === 'article') return `article ${page.language} ${page.slug}`
  if (page.kind === 'index') return `index ${page.type}`
  return 'slug' in page ? `${page.kind} ${page.slug}` : page.kind
}
