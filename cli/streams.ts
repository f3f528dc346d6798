import {createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'

import type {SanityClient} from '@sanity/client'

import {UserError} from './userError.ts'

/** What such files hold is confidential: nobody else on the machine is to read it. */
export const OWNER_ONLY = {mode: 0o600}

/** Requests something of a Content Lake that is too large for the client; a `UserError` when refused. */
export async function requestStream(
  client: SanityClient,
  address: string,
  init: RequestInit = {},
): Promise<Response> {
  const {token} = client.config()
  const headers = token === undefined ? {} : {authorization: `Bearer ${token}`}
  const response = await fetch(client.getUrl(address), {...init, headers})
  if (response.ok) return response
  const text = await response.text()
  throw new UserError(`The Content Lake refused (${response.status}): ${messageIn(text)}`)
}

/** Saves the body of a response; `look` sees each piece. */
export async function saveBody(
  response: Response,
  file: string,
  look: (chunk: Uint8Array) => void = () => {},
): Promise<void> {
  const {body} = response
  const chunks = async function* () {
    const reader = body?.getReader()
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      look(read.value)
      yield read.value
    }
  }
  await pipeline(chunks, createWriteStream(file, OWNER_ONLY))
}

function messageIn(text: string): string {
  try {
    const body: {message?: string; error?: {description?: string}} = JSON.parse(text)
    return body.message ?? body.error?.description ?? text
  } catch {
    return text
  }
}
