// @ts-check
// Prints who speaks in each story and who is only spoken of: what an editor checks before it goes out.
import {createStoryClient} from 'storygraph/client'
import {articleBySlugQuery, storiesQuery} from 'storygraph/queries'
import {articleBySlugQueryValidator} from 'storygraph/validators'

const {SANITY_STUDIO_PROJECT_ID, SANITY_STUDIO_DATASET, SANITY_STUDIO_API_HOST} = process.env

// Without a project of your own it is the lake of `npm start` that answers.
const lake =
  SANITY_STUDIO_API_HOST ?? (SANITY_STUDIO_PROJECT_ID ? undefined : 'http://127.0.0.1:3334')

const client = createStoryClient({
  projectId: SANITY_STUDIO_PROJECT_ID ?? 'storygraph',
  dataset: SANITY_STUDIO_DATASET ?? 'production',
  purpose: 'build',
  ...(lake && {lake}),
})

for await (const {slug, language} of allStories()) {
  const article = await client.fetch(articleBySlugQuery, {slug, language})
  // The types say what comes; the validator says so when the lake holds something else.
  const checked = articleBySlugQueryValidator.parse(article)
  if (checked) console.log(sourceSheet(checked))
}

/** Every story, page by page: the cursor of the last row asks for those behind it. */
async function* allStories() {
  /** @type {import('storygraph').TimeCursor | null} */
  let after = null
  do {
    /** @type {import('storygraph').StoriesQueryResult} */
    const stories = await client.fetch(storiesQuery, {after})
    yield* stories
    after = stories.at(-1)?.cursor ?? null
  } while (after)
}

/** @param {NonNullable<import('storygraph').ArticleBySlugQueryResult>} article */
function sourceSheet({title, quotations, mentions, polls}) {
  const speakers = Map.groupBy(quotations, ({speaker}) => speaker?.name ?? 'Nobody in particular')
  const silent = mentions.filter(({_type, name}) => _type === 'person' && !speakers.has(name))
  return [
    title,
    '',
    'Speaks',
    ...[...speakers].map(([name, said]) => `  ${name}: ${said.length}, first ${said[0]?.text}`),
    '',
    'Is spoken of',
    ...silent.map(({name}) => `  ${name}`),
    '',
    'Counts',
    ...polls.flatMap((poll) =>
      poll.findings.map(({value, topic}) => `  ${value.wording}: ${topic} (${poll.title})`),
    ),
  ].join('\n')
}
