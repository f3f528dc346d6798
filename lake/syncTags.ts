import {hash} from 'node:crypto'

import type {SanityDocument} from '@sanity/client'

import {parseAssetId} from './assets/assetId.ts'
import {isDocumentId, publishedIdOf} from './documentId.ts'
import type {Reach} from './query/reach.ts'
import {edgesOf} from './reference.ts'
import type {Change} from './transaction.ts'

/** What a query's answer depends on, or a change touches, as front ends compare it. */
export type SyncTag = `s1:${string}`

/** Answers that follow more references than this depend on the dataset as a whole. */
const MOST_TAGS = 200

/** The tags of an answer: a change that could make it another one carries at least one of them. */
export function tagsOfAnswer(dataset: string, {types, ids, everything}: Reach): SyncTag[] {
  if (everything || types.size + ids.size > MOST_TAGS) return tagsFor(dataset, [EVERYTHING])
  const tags = new Set<SyncTag>()
  for (const type of types) tags.add(tagFor(`${dataset} ${typeKey(type)}`))
  for (const id of ids) tags.add(tagOfId(dataset, id))
  return [...tags]
}

/** The tags of what changed. */
export function tagsOfChanges(dataset: string, changes: readonly Change[]): SyncTag[] {
  const keys = changes.flatMap(({documentId, before, after}) => [
    idKey(documentId),
    ...[before, after].flatMap((document) =>
      document ? [typeKey(document._type), ...keysOfAssets(document)] : [],
    ),
  ])
  return tagsFor(dataset, [EVERYTHING, ...keys])
}

/** A picture or file is seen by the public when something published shows it. */
function keysOfAssets(document: SanityDocument): string[] {
  return edgesOf(document).flatMap(({target, isOwn}) => {
    const asset = isOwn ? parseAssetId(target) : undefined
    return asset ? [idKey(target), typeKey(`sanity.${asset.kind}Asset`)] : []
  })
}

const EVERYTHING = '*'
const typeKey = (type: string): string => `type ${type}`
/** A query may name what cannot be an id. */
const idKey = (id: string): string => `id ${isDocumentId(id) ? publishedIdOf(id) : id}`

/** Tags tell nobody a name: they can be compared, not read. */
function tagsFor(dataset: string, keys: readonly string[]): SyncTag[] {
  return [...new Set(keys)].map((key) => tagFor(`${dataset} ${key}`))
}

const MOST_KEPT = 20_000

/** Tags told before, and those of the ids of a dataset: to read an id takes longer than to recall it. */
const told = new Map<string, SyncTag>()
const toldOfIds = new Map<string, Map<string, SyncTag>>()

function tagFor(key: string): SyncTag {
  return recalled(told, key, () => `s1:${hash('sha256', key, 'base64url').slice(0, 12)}`)
}

function tagOfId(dataset: string, id: string): SyncTag {
  const ids = toldOfIds.get(dataset) ?? new Map<string, SyncTag>()
  toldOfIds.set(dataset, ids)
  return recalled(ids, id, () => tagFor(`${dataset} ${idKey(id)}`))
}

function recalled(tags: Map<string, SyncTag>, key: string, make: () => SyncTag): SyncTag {
  const known = tags.get(key)
  if (known) return known
  const tag = make()
  if (tags.size >= MOST_KEPT) tags.clear()
  tags.set(key, tag)
  return tag
}
