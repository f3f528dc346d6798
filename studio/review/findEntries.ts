import {addressOf} from '../../vocabulary/addresses.ts'
import type {Entry} from './readReview.ts'

/** How many entries a search offers at most. */
const MOST = 8

/**
 * The entries whose name holds what was typed, whatever its accents and case: those that begin with
 * it first. `isPossible` leaves out what cannot be meant.
 */
export function findEntries(
  entries: ReadonlyMap<string, Entry>,
  typed: string,
  isPossible: (entry: Entry) => boolean,
): Entry[] {
  const wanted = addressOf(typed)
  if (wanted === '') return []
  return [...entries.values()]
    .flatMap((entry) => {
      const at = addressOf(entry.name).indexOf(wanted)
      return at === -1 || !isPossible(entry) ? [] : [{entry, at}]
    })
    .sort((one, other) => one.at - other.at || one.entry.name.localeCompare(other.entry.name))
    .slice(0, MOST)
    .map(({entry}) => entry)
}
