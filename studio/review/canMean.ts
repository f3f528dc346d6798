import {actorTypes, entityTypes} from '../../vocabulary/entityTypes.ts'
import type {Entry} from './readReview.ts'
import type {Suggestion} from './suggestion.ts'

/**
 * Whom else a suggestion could be about: anybody but the one proposed. Only people, units and
 * organisations speak; and what is no place does not become one, for others may refer to it as one
 * who acts.
 */
export function canMean(
  {kind, target}: Suggestion,
  entries: ReadonlyMap<string, Entry>,
): (entry: Entry) => boolean {
  const own = target === undefined ? undefined : entries.get(target)?.type
  const isActor = kind === 'mention' ? false : kind !== 'entry' || own !== 'place'
  const types: readonly string[] = isActor ? actorTypes : entityTypes
  return ({id, type}) => id !== target && types.includes(type)
}
