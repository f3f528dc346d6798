import 'server-only'

import {cacheLife, cacheTag} from 'next/cache'
import {createStoryClient, type StoryClient} from 'storygraph/client'
import {slugsQuery} from 'storygraph/queries'

import {dataset} from './dataset.ts'
import {askPerson, askStories, askStory} from './queries.ts'

// What these return is kept and given to every reader: they ask for what is published, and no other.
// The preview has pages of its own, so that no draft can get into what is kept.

/** One story by its address; `data` is null when there is none. */
export async function story(slug: string) {
  'use cache'
  return remember(await askStory(publishedClient(), slug))
}

/** One person’s page by its address; `data` is null when there is none. */
export async function person(slug: string) {
  'use cache'
  return remember(await askPerson(publishedClient(), slug))
}

/** The fifty newest stories. */
export async function stories() {
  'use cache'
  return remember(await askStories(publishedClient()))
}

/** The addresses to build ahead; those that come later are built when they are first asked for. */
export async function slugs(type: 'article' | 'person') {
  const rows = await publishedClient().fetch(slugsQuery, {type, after: null})
  // Next wants at least one page to try a route with.
  return rows.length > 0 ? rows.map(({slug}) => ({slug})) : [{slug: 'none-yet'}]
}

/** The client that reads what is published, as it is now. */
export function publishedClient(): StoryClient {
  return createStoryClient({...dataset, purpose: 'build'})
}

const MOST_TAGS_AT_ONCE = 128
const HOUR = 3600
// No longer to expire than to revalidate: else browsers would be told that they may show what they
// have of a page while they ask for it again, and a correction would be seen a visit late.
const LIFE = {stale: 30, revalidate: HOUR, expire: HOUR}

/** Keeps an answer until one of its tags is named; a message that got lost costs an hour. */
function remember<Data>({result, syncTags = []}: {result: Data; syncTags?: string[]}) {
  cacheLife(LIFE)
  for (let start = 0; start < syncTags.length; start += MOST_TAGS_AT_ONCE) {
    cacheTag(...syncTags.slice(start, start + MOST_TAGS_AT_ONCE))
  }
  return {data: result, tags: syncTags}
}
