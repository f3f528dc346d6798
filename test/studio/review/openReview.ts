import type {SanityClient} from '@sanity/client'

import {type Incoming, seedArchive} from '../../../seed/archive/seedArchive.ts'
import {publishedIdOf} from '../../../seed/documentIds.ts'
import {readReview, reviewQuery, suggestedQuery} from '../../../studio/review/readReview.ts'
import type {Step} from '../../../studio/review/step.ts'
import type {Suggestion} from '../../../studio/review/suggestion.ts'
import {takeStep} from '../../../studio/review/takeStep.ts'
import {printedText} from '../../support/story.ts'
import {testLake} from '../../support/testLake.ts'

/** Seeds texts into a dataset as articles that nobody has read yet, as `seed` does it. */
export async function seedTexts(client: SanityClient, texts: readonly string[], again = false) {
  async function* articles(): AsyncGenerator<Incoming> {
    for (const [index, text] of texts.entries()) {
      const place = `story-${index}.txt`
      const source = place
      yield {
        place,
        article: {place, source, text, isTitled: true, language: 'en', fields: {}, leftOver: []},
      }
    }
  }
  return seedArchive(client, articles(), {run: crypto.randomUUID(), again})
}

/** A lake with stories taken as new, and what an editor does there. */
export async function openReview(texts: readonly string[] = [printedText]) {
  const {administrator: client} = await testLake()
  await seedTexts(client, texts)
  const raw = (query: string, params = {}): Promise<unknown> =>
    client.fetch(query, params, {perspective: 'raw'})
  const review = async () => {
    const ids = await client.fetch<string[]>(suggestedQuery, {}, {perspective: 'raw'})
    return readReview(await raw(reviewQuery, {suggested: ids.map(publishedIdOf)}))
  }
  return {
    client,
    review,
    take: (step: Step) => takeStep(client, step, 'Ada'),
    raw,
    /** The suggestions about some words, in the order of the list. */
    about: async (words: string, kind: Suggestion['kind'] = 'mention') =>
      (await review()).suggestions.filter((one) => one.kind === kind && one.words === words),
    idOf: async (name: string, type = 'person') =>
      [...(await review()).entries.values()].find((one) => one.name === name && one.type === type)
        ?.id ?? '',
  }
}
