import type {SanityDocument} from '@sanity/client'

import {layerOf, publishedIdOf} from './documentId.ts'
import {viewThrough, type Perspective} from './perspective.ts'
import type {SortedDocument, View} from './query/view.ts'
import type {Lookup} from './store/lookup.ts'
import type {Sorting} from './store/sorted.ts'
import type {Store} from './store/store.ts'

/** Each of these documents is seen, or not, for reasons of its own. */
const ASSETS = new Set(['sanity.imageAsset', 'sanity.fileAsset'])

/** So many groups are looked up one by one, before it is asked which there are at all. */
const FEW = 20

/**
 * What a perspective shows of a store to somebody who sees some of its documents; `without` are to be
 * left out as if they did not exist.
 */
export function createView(
  store: Store,
  perspective: Perspective,
  seesAtAll: (id: string) => boolean,
  without: ReadonlySet<string> = new Set(),
): View {
  const sees = (id: string): boolean => !without.has(id) && seesAtAll(id)
  const isRaw = perspective === 'raw'
  /** Each document that is shown is shown as it is stored, apart from its `_originalId`. */
  const isFlat = isRaw || perspective.length === 1

  const isInReach = (id: string): boolean =>
    (isRaw || perspective.includes(layerOf(id))) && sees(id)

  function tallied(types: readonly string[]): number {
    let sum = 0
    for (const {example, count} of types.flatMap((type) => [...store.tallyOf(type)])) {
      if (isInReach(example)) sum += count
    }
    return sum
  }

  function load(ids: Iterable<string>): SanityDocument[] {
    return [...ids].flatMap((id) => store.glance(id) ?? [])
  }

  /** The ids under which is stored what may be shown. */
  function reached(lookup: Lookup): Set<string> {
    const ids = new Set(store.findIds(lookup, !isRaw).filter(isInReach))
    if (isFlat) return ids
    const layered = ids.size > FEW ? new Set(store.findLayered(perspective)) : undefined
    return new Set(
      [...ids].flatMap((id) => {
        const publishedId = publishedIdOf(id)
        return layered?.has(publishedId) === false ? id : groupOf(publishedId)
      }),
    )
  }

  function groupOf(publishedId: string): string[] {
    return store.findIds({by: 'group', id: publishedId}, true).filter(isInReach)
  }

  function shown(ids: Iterable<string>): SanityDocument[] {
    return viewThrough(perspective, load(ids))
  }

  function* sorted(sorting: Sorting): Iterable<SortedDocument> {
    for (const {id, value} of store.sorted(sorting)) {
      if (!isInReach(id)) continue
      const [document] = shown(isFlat ? [id] : groupOf(publishedIdOf(id)))
      const isThis = isRaw || document?.['_originalId'] === id
      if (document && isThis) yield {document, value, isOnlyId: isFlat}
    }
  }

  return {
    all: () =>
      viewThrough(
        perspective,
        store.all().filter(({_id}) => sees(_id)),
      ),
    find: (id) => {
      if (isRaw) return sees(id) ? store.glance(id) : undefined
      if (publishedIdOf(id) !== id) return undefined
      return shown(isFlat ? [id].filter(isInReach) : groupOf(id))[0]
    },
    select: (lookup) => shown(reached(lookup)),
    count: (lookup) => {
      if (!isFlat) return undefined
      // One document stands for all that are counted with it.
      const isTally =
        without.size === 0 && lookup.by === 'type' && !lookup.types.some((type) => ASSETS.has(type))
      return isTally ? tallied(lookup.types) : reached(lookup).size
    },
    sorted: (sorting) => {
      // Drafts and versions do not go by the ids under which they are stored.
      if (!isFlat && sorting.expression === undefined) return undefined
      if (sorting.words && store.areFew(sorting.words)) return undefined
      return sorted(sorting)
    },
  }
}
