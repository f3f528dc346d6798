import {draftMode} from 'next/headers'

import {dataset} from '../lib/dataset.ts'
import {DraftChanges} from './DraftChanges.tsx'
import {PublishedChanges} from './PublishedChanges.tsx'

/** Keeps an open page up to date: `tags` are those of the answers that it shows. */
export async function Live({tags}: {tags: readonly string[]}) {
  const {isEnabled} = await draftMode()
  return isEnabled ? <DraftChanges /> : <PublishedChanges dataset={dataset} tags={tags} />
}
