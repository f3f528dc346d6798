import {publishedIdOf} from '../../../seed/documentIds.ts'
import {readReview, reviewQuery, suggestedQuery} from '../../../studio/review/readReview.ts'
import type {Step} from '../../../studio/review/step.ts'
import type {Suggestion} from '../../../studio/review/suggestion.ts'
import {takeStep} from '../../../studio/review/takeStep.ts'
import {seedTexts} from '../../support/seedTexts.ts'
import {printedText} from '../../support/story.ts'
import {testLake} from '../../support/testLake.ts'

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
