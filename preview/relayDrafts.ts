import type {SanityClient, SyncTag} from '@sanity/client'

import {followStories} from '../client/followStories.ts'

export interface RelayOptions {
  /** A client with a token that may read drafts: `createStoryClient` with the purpose `preview`. */
  readonly client: Pick<SanityClient, 'config' | 'live'>
  /** Whether whoever asks may know that drafts change: by a session, never by the address alone. */
  readonly authorise: (request: Request) => boolean | Promise<boolean>
  /** How often a comment keeps a quiet stream open, in milliseconds; 15 seconds. */
  readonly heartbeat?: number
  /**
   * How long a stream lasts, in milliseconds; ten minutes. Then the browser comes back by itself,
   * and is authorised again.
   */
  readonly lifetime?: number
}

type Listener = (tags: readonly SyncTag[] | null) => void

/**
 * The route by which the preview of a draft learns that it is to be loaded again, while the token
 * stays on the server. It answers with server-sent events for an `EventSource`: `changed` with the
 * `tags` of what changed, opaque and only those that the address asks for (`?tag=…&tag=…`, the
 * `syncTags` of what is shown; all of them without any), and `restart` when anything may have
 * changed, also for a browser that comes back. No id, no text and no token is sent. Who may not know is answered 403. All streams
 * share one connection to the Content Lake, which is closed with the last of them.
 */
export function relayDrafts({
  client,
  authorise,
  heartbeat = 15_000,
  lifetime = 600_000,
}: RelayOptions): (request: Request) => Promise<Response> {
  if (client.config().token === undefined) {
    throw new Error('relayDrafts: the client needs a `token` that may read drafts.')
  }
  const join = shareDrafts(client)
  return async (request) => {
    if (!(await authorise(request))) {
      return Response.json({error: 'Drafts are not for you.'}, {status: 403})
    }
    const wanted = new Set(new URL(request.url).searchParams.getAll('tag'))
    let leave = (): void => {}
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const send = (text: string): void => controller.enqueue(new TextEncoder().encode(text))
        const close = (): void => {
          leave()
          controller.close()
        }
        const beat = setInterval(() => send(':\n\n'), heartbeat)
        const end = setTimeout(close, lifetime)
        const quit = join((tags) => {
          const told = tags?.filter((tag) => wanted.size === 0 || wanted.has(tag))
          if (!told) send(eventText('restart', {}))
          else if (told.length > 0) send(eventText('changed', {tags: told}))
        }, close)
        leave = () => {
          clearInterval(beat)
          clearTimeout(end)
          request.signal.removeEventListener('abort', close)
          quit()
        }
        request.signal.addEventListener('abort', close, {once: true})
        // Who comes back may have missed something.
        const isBack = request.headers.has('last-event-id')
        send(`id: 0\n${eventText(isBack ? 'restart' : 'welcome', {})}`)
      },
      cancel: () => leave(),
    })
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // Or a proxy would keep events back until it has enough of them.
        'x-accel-buffering': 'no',
      },
    })
  }
}

function eventText(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

/**
 * One connection for all who listen. A listener is told with `end` when nothing more will come; its
 * browser asks again, and with it a new connection is tried.
 */
function shareDrafts(client: Pick<SanityClient, 'live'>) {
  const listeners = new Map<Listener, () => void>()
  let following = new AbortController()

  function open(): void {
    following = new AbortController()
    followStories(client, {
      includeDrafts: true,
      signal: following.signal,
      onChange: (tags) => {
        for (const listener of listeners.keys()) listener(tags)
      },
      onError: (error) => {
        console.error('Drafts cannot be followed:', error)
        for (const end of listeners.values()) end()
      },
    })
  }

  return (listener: Listener, end: () => void): (() => void) => {
    listeners.set(listener, end)
    if (listeners.size === 1) open()
    return () => {
      if (listeners.delete(listener) && listeners.size === 0) following.abort()
    }
  }
}
