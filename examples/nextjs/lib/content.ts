import 'server-only'

import {cacheLife, cacheTag} from 'next/cache'
import {draftMode} from 'next/headers'
import {createStoryClient, type StoryClient} from 'storygraph/client'
import {articleBySlugQuery, personBySlugQuery, slugsQuery, storiesQuery} from 'storygraph/queries'

import {dataset} from './dataset.ts'

/** One story by its address; `data` is null when there is none. */
export async function story(slug: string) {
  const drafts = await draftsInPreview()
  return drafts ? answerOf(await askStory(drafts, slug)) : publishedStory(slug)
}

/** One person’s page by its address; `data` is null when there is none. */
export async function person(slug: string) {
  const drafts = await draftsInPreview()
  return drafts ? answerOf(await askPerson(drafts, slug)) : publishedPerson(slug)
}

/** The fifty newest stories. */
export async function stories() {
  const drafts = await draftsInPreview()
  return drafts ? answerOf(await askStories(drafts)) : publishedStories()
}

/** The addresses to build ahead; those that come later are built when they are first asked for. */
export async function slugs(type: 'article' | 'person') {
  const rows = await publishedClient().fetch(slugsQuery, {type, after: null})
  // Next wants at least one page to try a route with.
  return rows.length > 0 ? rows.map(({slug}) => ({slug})) : [{slug: 'none-yet'}]
}

/** The client that reads drafts, with the token that only the server has. */
export function draftClient(): StoryClient {
  const token = process.env['SANITY_API_TOKEN']
  return createStoryClient({...dataset, purpose: 'preview', ...(token !== undefined && {token})})
}

/** The client that reads what is published, as it is now. */
export function publishedClient(): StoryClient {
  return createStoryClient({...dataset, purpose: 'build'})
}

async function draftsInPreview(): Promise<StoryClient | undefined> {
  const {isEnabled} = await draftMode()
  return isEnabled ? draftClient() : undefined
}

// What these return is kept and given to every reader: they ask for what is published, and no other.

async function publishedStory(slug: string) {
  'use cache'
  return remember(await askStory(publishedClient(), slug))
}

async function publishedPerson(slug: string) {
  'use cache'
  return remember(await askPerson(publishedClient(), slug))
}

async function publishedStories() {
  'use cache'
  return remember(await askStories(publishedClient()))
}

// Answers are kept by the functions above and by nothing below them: Next would keep what `fetch`
// yields a second time, and know nothing of tags.
const WITH_TAGS = {filterResponse: false, cache: 'no-store'} as const

const askStory = (client: StoryClient, slug: string) =>
  client.fetch(articleBySlugQuery, {slug, language: null}, WITH_TAGS)

const askPerson = (client: StoryClient, slug: string) =>
  client.fetch(personBySlugQuery, {slug}, WITH_TAGS)

const askStories = (client: StoryClient) => client.fetch(storiesQuery, {after: null}, WITH_TAGS)

interface Answered<Data> {
  readonly result: Data
  readonly syncTags?: string[]
}

/** An answer, and the tags by which it is told that it is out of date. */
function answerOf<Data>({result, syncTags = []}: Answered<Data>) {
  return {data: result, tags: syncTags}
}

const MOST_TAGS_AT_ONCE = 128
const HOUR = 3600
// No longer to expire than to revalidate: else browsers would be told that they may show what they
// have of a page while they ask for it again, and a correction would be seen a visit late.
const LIFE = {stale: 30, revalidate: HOUR, expire: HOUR}

/** Keeps an answer until one of its tags is named; a message that got lost costs an hour. */
function remember<Data>(answered: Answered<Data>) {
  const answer = answerOf(answered)
  cacheLife(LIFE)
  for (let start = 0; start < answer.tags.length; start += MOST_TAGS_AT_ONCE) {
    cacheTag(...answer.tags.slice(start, start + MOST_TAGS_AT_ONCE))
  }
  return answer
}
