import type {Mutation, SanityClient} from '@sanity/client'

import {isRecord} from '../../schemas/rules/read.ts'
import {draftIdOf} from '../../seed/documentIds.ts'
import {applyStep} from './applyStep.ts'
import {needsOf, type Step} from './step.ts'
import type {Documents, Fields, Suggestion} from './suggestion.ts'

/** What was read and what was written, so that a step can be taken back. */
export interface Taken {
  /** The suggestions that somebody else had changed or decided about: they are as they were left. */
  readonly missed: readonly Suggestion[]
  /** Nothing where there was nothing left to write. */
  readonly undo: Undo | undefined
}

/** The documents that a step changed, as they were and as it left them. */
export interface Undo {
  readonly before: Documents
  readonly after: Documents
}

/** A simultaneous edit makes the step begin again with what is there now, this often. */
const ATTEMPTS = 5
const TAG = 'storygraph.review'

const QUERY = `*[!(_id in path("_.**")) && !(_id in path("seed.**")) && (
  _id in $ids || (_type == "desk" && subject._ref in $stories) || references($referredTo)
)]`

/**
 * Does what an editor decided, in one transaction that is refused when any of the documents has
 * changed since it was read; then it is computed anew.
 */
export async function takeStep(client: SanityClient, step: Step, by: string): Promise<Taken> {
  const newKey = () => crypto.randomUUID().replaceAll('-', '').slice(0, 12)
  for (let attempt = 1; ; attempt++) {
    const before = await load(client, step)
    const at = new Date().toISOString()
    const {documents, missed} = applyStep(before, step, {by, at, newKey})
    const mutations = mutationsBetween(before, documents)
    if (mutations.length === 0) return {missed, undo: undefined}
    try {
      return {missed, undo: {before, after: await write(client, mutations, documents)}}
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error
    }
  }
}

/**
 * Takes a step back. Answers whether that was possible: when somebody has changed one of the
 * documents since, all of them stay as they are.
 */
export async function undoStep(client: SanityClient, {before, after}: Undo): Promise<boolean> {
  const mutations = mutationsBetween(after, before)
  try {
    await write(client, mutations, before)
    return true
  } catch (error) {
    if (isConflict(error)) return false
    throw error
  }
}

/** What turns some documents into others, field by field, unless one has changed since. */
export function mutationsBetween(before: Documents, after: Documents): Mutation[] {
  const ids = new Set([...before.keys(), ...after.keys()])
  return [...ids].flatMap((id): Mutation[] => {
    const [one, other] = [before.get(id), after.get(id)]
    if (!one)
      return other ? [{create: {...contentOf(other), _id: id, _type: String(other['_type'])}}] : []
    const ifRevisionID = String(one['_rev'])
    // The empty patch makes sure that what is deleted is what was read.
    if (!other) return [{patch: {id, ifRevisionID, unset: []}}, {delete: {id}}]
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    const changed = names.filter((name) => !name.startsWith('_') && !isSame(one[name], other[name]))
    if (changed.length === 0) return []
    const set = Object.fromEntries(
      changed.filter((name) => other[name] !== undefined).map((name) => [name, other[name]]),
    )
    const unset = changed.filter((name) => other[name] === undefined)
    return [{patch: {id, ifRevisionID, set, unset}}]
  })
}

async function load(client: SanityClient, step: Step): Promise<Documents> {
  const {ids, stories, referredTo} = needsOf(step)
  const params = {ids: ids.flatMap((id) => [id, draftIdOf(id)]), stories, referredTo}
  const found: unknown[] = await client.fetch(QUERY, params, {perspective: 'raw', tag: TAG})
  return new Map(found.filter(isRecord).map((one) => [String(one['_id']), one]))
}

/** Writes a transaction; the documents that it leaves have its id for a revision. */
async function write(
  client: SanityClient,
  mutations: Mutation[],
  documents: Documents,
): Promise<Documents> {
  const transactionId = crypto.randomUUID()
  await client.mutate(mutations, {
    transactionId,
    tag: TAG,
    returnDocuments: false,
    visibility: 'sync',
  })
  const touched = new Set(mutations.flatMap(idsOf))
  return new Map(
    [...documents].map(([id, one]) => [id, touched.has(id) ? {...one, _rev: transactionId} : one]),
  )
}

function idsOf(mutation: Mutation): readonly (string | undefined)[] {
  if ('create' in mutation) return [mutation.create._id]
  return 'patch' in mutation && 'id' in mutation.patch ? [mutation.patch.id].flat() : []
}

function contentOf({_rev, _createdAt, _updatedAt, ...content}: Fields): Fields {
  return content
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 409
}
