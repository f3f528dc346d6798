import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {draftMode} from 'next/headers'
import {redirect} from 'next/navigation'
import {connection, type NextRequest} from 'next/server'

import {draftClient} from '../../../lib/drafts.ts'

/** Where Studio leads editors: who brings a secret that Studio has just left in the dataset sees drafts. */
export async function GET(request: NextRequest): Promise<Response> {
  await connection()
  const {isValid, redirectTo = '/'} = await validatePreviewUrl(draftClient(), request.url)
  if (!isValid) return new Response('The secret is wrong or out of date.', {status: 401})
  const mode = await draftMode()
  mode.enable()
  redirect(`/preview${redirectTo}`)
}
