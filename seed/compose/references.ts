import type {PlaceReference} from '../../sanity.types.ts'
import {type ActorReference, referenceTo} from '../marks/references.ts'
import type {Story} from './story.ts'
import {entityOf} from './story.ts'

/** Refers to what a key of the register stands for. */
export function referenceToKey(story: Story, key: string): PlaceReference & ActorReference {
  return referenceTo(entityOf(story, key).id)
}

/** An array of references, each with a key of its own. */
export function referencesToKeys(
  story: Story,
  keys: readonly string[],
  prefix: string,
): ({_key: string} & PlaceReference & ActorReference)[] {
  return keys.map((key, index) => ({_key: `${prefix}${index}`, ...referenceToKey(story, key)}))
}
