import {connection} from 'next/server'
import {relayDrafts} from 'storygraph/preview'

import {draftClient, isInPreview} from '../../../lib/drafts.ts'

let relay: ReturnType<typeof relayDrafts> | undefined

/** Tells an open preview that drafts have changed; the token stays here. */
export async function GET(request: Request): Promise<Response> {
  await connection()
  // Made when first asked for: a site without a token has no preview, and needs none to be built.
  relay ??= relayDrafts({client: draftClient(), authorise: isInPreview})
  return relay(request)
}
