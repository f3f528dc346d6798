import type {SanityDocument} from '@sanity/client'

import {layerOf, publishedIdOf} from './documentId.ts'
import {byId, viewThrough, type Perspective} from './perspective.ts'
import type {SortedDocument, View} from './query/view.ts'
import type {Lookup} from './store/lookup.ts'
import type {Sorting} from './store/sorted.ts'
import type {Store} from './store/store.ts'

/** Each of these documents is seen, or not, for reasons of its own. */
const ASSETS = new Set(['sanity.imageAsset', 'sanity.fileAsset'])

/** So many groups are looked up, before it is asked which there are at all. */
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
  const isFlat = isRaw || (perspective.length === 1 && perspective[0] === 'published')

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
    return [...ids].flatMap((id) => store.glance(id, false) ?? [])
  }

  /** The document that alone can be shown under an id, where there are no layers to look through. */
  function flat(id: string): SanityDocument | undefined {
    return isInReach(id) ? store.glance(id, !isRaw) : undefined
  }

  /** All that a lookup describes, where there are no layers to look through. */
  function selectFlat(lookup: Lookup): SanityDocument[] {
    const isById = lookup.by === 'id'
    const types = isById ? lookup.types : undefined
    const found: SanityDocument[] = []
    for (const id of new Set(isById ? lookup.ids : store.findIds(lookup, !isRaw))) {
      const document = flat(id)
      if (document && (!types || types.includes(document._type))) found.push(document)
    }
    return found.sort(byId)
  }

  /** The ids under which is stored what may be shown. */
  function reached(lookup: Lookup): Set<string> {
    const ids = new Set(store.findIds(lookup, !isRaw).filter(isInReach))
    const isWhole = lookup.by === 'id' && !lookup.types
    if (isFlat || isWhole) return ids
    const found = Array.from(ids, publishedIdOf)
    const layered = new Set(ids.size > FEW ? store.findLayered(perspective) : found)
    const groups = [...new Set(found)].filter((id) => layered.has(id))
    const members = store.findIds({by: 'id', ids: groups}, true).filter(isInReach)
    return new Set([...[...ids].filter((id) => !layered.has(publishedIdOf(id))), ...members])
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
      const document = isFlat ? flat(id) : shown(groupOf(publishedIdOf(id)))[0]
      const isThis = isFlat || document?.['_originalId'] === id
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
      if (isFlat) return flat(id)
      return publishedIdOf(id) === id ? shown(groupOf(id))[0] : undefined
    },
    select: (lookup) => (isFlat ? selectFlat(lookup) : shown(reached(lookup))),
    isExact: isFlat,
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
      const frequency = sorting.words && store.frequencyOf(sorting.words)
      if (frequency === 'rare') return undefined
      return sorted({...sorting, areCommon: frequency === 'common'})
    },
  }
}
