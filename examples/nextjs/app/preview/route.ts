import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {draftMode} from 'next/headers'
import {redirect} from 'next/navigation'
import type {NextRequest} from 'next/server'

import {draftClient} from '../../lib/content.ts'

/** Where Studio leads editors: who brings a secret that Studio has just left in the dataset sees drafts. */
export async function GET(request: NextRequest): Promise<Response> {
  const {isValid, redirectTo = '/'} = await validatePreviewUrl(draftClient(), request.url)
  if (!isValid) return new Response('The secret is wrong or out of date.', {status: 401})
  const mode = await draftMode()
  mode.enable()
  // Two slashes would lead to another host.
  redirect(redirectTo.replace(/^\/{2,}/, '/'))
}
