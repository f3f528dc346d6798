import type {SanityClient} from '@sanity/client'

import {readStory, seedStory} from '../../cli/seedStory.ts'
import {openLake, type Lake, type LakeOptions} from '../../lake/index.ts'
import {clientFor} from './testLake.ts'

/** A lake with the bundled story in it, as `npm run seed` writes it. Whoever opens it closes it. */
export async function openSeededLake(options: Partial<LakeOptions> = {}): Promise<{
  lake: Lake
  administrator: SanityClient
  anonymous: SanityClient
}> {
  const lake = openLake({projectId: 'storygraph', datasets: ['production'], ...options})
  const {url} = await lake.listen()
  const administrator = clientFor(url, lake.token)
  await seedStory(administrator, await readStory())
  return {lake, administrator, anonymous: clientFor(url)}
}
