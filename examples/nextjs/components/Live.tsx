import {dataset} from '../lib/dataset.ts'
import {PublishedChanges} from './PublishedChanges.tsx'

/** Keeps an open page up to date: `tags` are those of the answers that it shows. */
export function Live({tags}: {tags: readonly string[]}) {
  return <PublishedChanges dataset={dataset} tags={tags} />
}
