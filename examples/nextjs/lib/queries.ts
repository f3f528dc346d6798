import type {StoryClient} from 'storygraph/client'
import {articleBySlugQuery, personBySlugQuery, storiesQuery} from 'storygraph/queries'

// What pages ask for, whoever asks. Answers are kept by functions of our own and by nothing below
// them: Next would keep what `fetch` yields a second time, and know nothing of tags.
const WITH_TAGS = {filterResponse: false, cache: 'no-store'} as const

/** One story by its address; `result` is null when there is none. */
export const askStory = (client: StoryClient, slug: string) =>
  client.fetch(articleBySlugQuery, {slug, language: null}, WITH_TAGS)

/** One person’s page by its address; `result` is null when there is none. */
export const askPerson = (client: StoryClient, slug: string) =>
  client.fetch(personBySlugQuery, {slug}, WITH_TAGS)

/** The fifty newest stories. */
export const askStories = (client: StoryClient) =>
  client.fetch(storiesQuery, {after: null}, WITH_TAGS)
