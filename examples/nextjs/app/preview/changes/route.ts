import {draftMode} from 'next/headers'
import {relayDrafts} from 'storygraph/preview'

import {draftClient} from '../../../lib/content.ts'

let relay: ReturnType<typeof relayDrafts> | undefined

/** Tells an open preview that drafts have changed; the token stays here. */
export async function GET(request: Request): Promise<Response> {
  // Made when first asked for: a site without a token has no preview, and needs none to be built.
  relay ??= relayDrafts({client: draftClient(), authorise: isInPreview})
  return relay(request)
}

async function isInPreview(): Promise<boolean> {
  const {isEnabled} = await draftMode()
  return isEnabled
}
