import type {SanityClient} from '@sanity/client'

import {type Incoming, seedArchive} from '../../seed/archive/seedArchive.ts'

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
