import type {ReleaseDocument, SanityClient} from '@sanity/client'

/** A published document `a`, and the release `rSpring` with another version of it. */
export async function springRelease(client: SanityClient): Promise<void> {
  await client.create({_id: 'a', _type: 'person', name: 'old'})
  await client.releases.create({releaseId: 'rSpring', metadata: {title: 'Spring'}})
  await client.createVersion({publishedId: 'a', baseId: 'a', releaseId: 'rSpring'})
  await editVersion(client, 'new')
}

/** Edits what `rSpring` holds of `a`, as Studio does. */
export function editVersion(client: SanityClient, name: string): Promise<unknown> {
  return client.action({
    actionType: 'sanity.action.document.edit',
    draftId: 'versions.rSpring.a',
    publishedId: 'a',
    patch: {set: {name}},
  })
}

/** Everything in the dataset but releases, as `id: name`. */
export async function names(client: SanityClient): Promise<string[]> {
  return client.fetch('*[_type == "person"]|order(_id){"line": _id + ": " + name}.line', {}, RAW)
}

/** A release as it is stored. */
export async function release(
  client: SanityClient,
  releaseId = 'rSpring',
): Promise<ReleaseDocument | undefined> {
  return client.releases.get({releaseId})
}

export const RAW = {perspective: 'raw'} as const
