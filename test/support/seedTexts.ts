import type {SanityClient} from '@sanity/client'

import {type Incoming, seedArchive} from '../../seed/archive/seedArchive.ts'

/** Seeds texts into a dataset as articles that nobody has read yet, as `seed` does it; each is known by its headline. */
export async function seedTexts(client: SanityClient, texts: readonly string[], again = false) {
  async function* articles(): AsyncGenerator<Incoming> {
    for (const text of texts) {
      const [place = ''] = text.split('\n')
      const source = place
      yield {
        place,
        article: {place, source, text, isTitled: true, language: 'en', fields: {}, leftOver: []},
      }
    }
  }
  return seedArchive(client, articles(), {run: crypto.randomUUID(), again})
}
