import 'server-only'

import {draftMode} from 'next/headers'
import {notFound} from 'next/navigation'
import {connection} from 'next/server'
import {createStoryClient, type StoryClient} from 'storygraph/client'

import {dataset} from './dataset.ts'

/** The client that reads drafts, with the token that only the server has. */
export function draftClient(): StoryClient {
  const token = process.env['SANITY_API_TOKEN']
  return createStoryClient({...dataset, purpose: 'preview', ...(token !== undefined && {token})})
}

/** The same for a page of the preview, made anew for each request; others find nothing there. */
export async function draftsForEditors(): Promise<StoryClient> {
  await connection()
  if (!(await isInPreview())) notFound()
  return draftClient()
}

/** Whether whoever asks came with the secret. */
export async function isInPreview(): Promise<boolean> {
  const {isEnabled} = await draftMode()
  return isEnabled
}
