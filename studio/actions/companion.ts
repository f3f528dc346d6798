import type {Mutation, SanityClient} from '@sanity/client'

import {itemsOf} from '../../schemas/rules/read.ts'

type Fields = Readonly<Record<string, unknown>>

/** What the desk keeps of a story besides its draft: one document, in its own versions. */
const COMPANIONS = '*[_type == "desk" && subject._ref == $story && !(_id in path("versions.**"))]'

/**
 * Changes the desk’s companion of a story, which is made when there is none yet. `change` gets its
 * fields and gives those that become others.
 */
export async function changeCompanion(
  client: SanityClient,
  story: string,
  change: (desk: Fields) => Fields,
): Promise<void> {
  const companions: unknown = await client.fetch(COMPANIONS, {story}, {perspective: 'raw'})
  const newId = `desk.${crypto.randomUUID()}`
  await client.mutate(companionMutations(itemsOf(companions), {story, newId}, change), {
    tag: 'storygraph.decide',
    returnDocuments: false,
  })
}

/** The same as mutations, on the companions that a story has. */
export function companionMutations(
  companions: readonly Fields[],
  {story, newId}: {story: string; newId: string},
  change: (desk: Fields) => Fields,
): Mutation[] {
  const subject = {_type: 'reference', _ref: story, _weak: true}
  if (companions.length === 0) {
    const create = {_id: newId, _type: 'desk', subject}
    return [{createIfNotExists: {...create, ...change(create)}}]
  }
  return companions.map((desk) => ({patch: {id: String(desk['_id']), set: change(desk)}}))
}
