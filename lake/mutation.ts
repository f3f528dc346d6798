import {randomUUID} from 'node:crypto'

import {z} from 'zod'

const content = z.looseObject({_type: z.string().min(1), _id: z.string().exactOptional()})
const operations = {
  set: z.record(z.string(), z.unknown()).exactOptional(),
  setIfMissing: z.record(z.string(), z.unknown()).exactOptional(),
  unset: z.array(z.string()).exactOptional(),
  inc: z.record(z.string(), z.number()).exactOptional(),
  dec: z.record(z.string(), z.number()).exactOptional(),
  diffMatchPatch: z.record(z.string(), z.string()).exactOptional(),
  insert: z
    .union([
      z.strictObject({before: z.string(), items: z.array(z.unknown())}),
      z.strictObject({after: z.string(), items: z.array(z.unknown())}),
      z.strictObject({replace: z.string(), items: z.array(z.unknown())}),
    ])
    .exactOptional(),
}

/** The operations of a patch, without what they apply to. */
export const patchOperations = z.strictObject({
  ...operations,
  ifRevisionID: z.string().exactOptional(),
})
export type PatchOperations = z.infer<typeof patchOperations>

/** The paths that a patch touches. */
export function patchedPaths(patch: PatchOperations): string[] {
  const {set, setIfMissing, inc, dec, diffMatchPatch, unset = [], insert} = patch
  const {items, ...place} = {items: [], ...insert}
  const named = [set, setIfMissing, inc, dec, diffMatchPatch].flatMap((one) =>
    Object.keys(one ?? {}),
  )
  return [...named, ...unset, ...Object.values(place)]
}

const query = {query: z.string(), params: z.record(z.string(), z.unknown()).exactOptional()}
const byId = {id: z.string()}

/**
 * One mutation as the HTTP API takes it: documents are named by id or selected by a query. What is sent
 * most is tried first.
 */
export const mutation = z.union([
  z.strictObject({
    patch: z.union([
      z.strictObject({...byId, ...patchOperations.shape}),
      z.strictObject({...query, ...patchOperations.shape}),
    ]),
  }),
  z.strictObject({createOrReplace: content}),
  z.strictObject({create: content}),
  z.strictObject({createIfNotExists: content}),
  z.strictObject({delete: z.union([z.looseObject(byId), z.looseObject(query)])}),
])
export type Mutation = z.infer<typeof mutation>

/** A document's content as a mutation carries it, its id settled. */
export interface Content {
  _id: string
  _type: string
  [field: string]: unknown
}

/** Puts a whole document there. */
export type Creation = {create: Content} | {createOrReplace: Content} | {createIfNotExists: Content}

/** One mutation of one document: what is logged, and what listeners replay. */
export type DocumentMutation =
  | Creation
  | {delete: {id: string}}
  | {patch: {id: string} & PatchOperations}

export function isCreation(mutation: DocumentMutation): mutation is Creation {
  return !('delete' in mutation || 'patch' in mutation)
}

/** The document that a creation puts there. */
export function contentOf(creation: Creation): Content {
  if ('create' in creation) return creation.create
  return 'createOrReplace' in creation ? creation.createOrReplace : creation.createIfNotExists
}

/** The same creation of something else. */
export function withContent(creation: Creation, content: Content): Creation {
  if ('create' in creation) return {create: content}
  return 'createOrReplace' in creation ? {createOrReplace: content} : {createIfNotExists: content}
}

/** Gives each mutation the ids it applies to, new documents their ids, and one mutation a document. */
export function settle(
  mutation: Mutation,
  select: (query: string, params: Record<string, unknown>) => string[],
): {id: string; single: DocumentMutation}[] {
  const selected = (selection: {id: string} | {query: string; params?: Record<string, unknown>}) =>
    'id' in selection && typeof selection.id === 'string'
      ? [selection.id]
      : 'query' in selection
        ? select(selection.query, selection.params ?? {})
        : []
  if ('create' in mutation) {
    const content = {...mutation.create, _id: newId(mutation.create._id)}
    return [{id: content._id, single: {create: content}}]
  }
  if ('createOrReplace' in mutation) {
    const content = {...mutation.createOrReplace, _id: newId(mutation.createOrReplace._id)}
    return [{id: content._id, single: {createOrReplace: content}}]
  }
  if ('createIfNotExists' in mutation) {
    const content = {...mutation.createIfNotExists, _id: newId(mutation.createIfNotExists._id)}
    return [{id: content._id, single: {createIfNotExists: content}}]
  }
  if ('delete' in mutation) {
    return selected(mutation.delete).map((id) => ({id, single: {delete: {id}}}))
  }
  const {patch} = mutation
  return selected(patch).map((id) => ({id, single: {patch: {...operationsOf(patch), id}}}))
}

function operationsOf(
  patch: {query?: string; params?: unknown} & PatchOperations,
): PatchOperations {
  const {query, params, ...operations} = patch
  return operations
}

/** Ids that end in a dot ask for a random rest. */
function newId(id: string | undefined): string {
  if (id === undefined) return randomUUID()
  return id.endsWith('.') ? `${id}${randomUUID()}` : id
}
