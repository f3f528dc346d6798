import type {SanityDocument} from '@sanity/client'

import {mendozaPatch, type MendozaPatch} from './mendoza.ts'

/** How a document was changed, and how to change it back. */
export interface Effects {
  apply: MendozaPatch
  revert: MendozaPatch
}

/** The effects of a change. Clients apply them to documents without their revision. */
export function effectsOf({
  before,
  after,
}: {
  before: SanityDocument | undefined
  after: SanityDocument | undefined
}): Effects {
  const [old, now] = [withoutRevision(before), withoutRevision(after)]
  return {apply: mendozaPatch(old, now), revert: mendozaPatch(now, old)}
}

function withoutRevision(document: SanityDocument | undefined): object | null {
  if (document === undefined) return null
  const {_rev, ...content} = document
  return content
}
