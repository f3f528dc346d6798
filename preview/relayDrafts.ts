import type {SanityClient} from '@sanity/client'

import {shareDrafts} from './sharedDrafts.ts'

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
  /** Is told why drafts can no longer be followed; by default it is written to the console. */
  readonly onError?: (error: unknown) => void
}

/**
 * The route by which the preview of a draft learns that it is to be loaded again, while the token
 * stays on the server. It answers with server-sent events for an `EventSource`: `welcome` when the
 * connection stands, `changed` with the `tags` of what changed, opaque and only those that the
 * address asks for (`?tag=…&tag=…`, the `syncTags` of what is shown; all of them without any), and
 * `restart` when anything may have changed, as for a browser that comes back. No id, no text and no
 * token is sent. Who may not know is answered 403. All streams share one connection to the Content
 * Lake, which is closed with the last of them.
 */
export function relayDrafts({
  client,
  authorise,
  heartbeat = 15_000,
  lifetime = 600_000,
  onError = (error) => console.error('Drafts cannot be followed:', error),
}: RelayOptions): (request: Request) => Promise<Response> {
  if (client.config().token === undefined) {
    throw new Error('relayDrafts: the client needs a `token` that may read drafts.')
  }
  const join = shareDrafts(client, onError)
  return async (request) => {
    if (!(await authorise(request))) {
      return Response.json({error: 'Drafts are not for you.'}, {status: 403})
    }
    const wanted = new Set(new URL(request.url).searchParams.getAll('tag'))
    const isBack = request.headers.has('last-event-id')
    return eventStream({
      heartbeat,
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(lifetime)]),
      start: (send, end) =>
        join({
          end,
          welcome: () => send(isBack ? 'restart' : 'welcome', {}),
          change: (tags) => {
            const told = tags?.filter((tag) => wanted.size === 0 || wanted.has(tag))
            if (!told) send('restart', {})
            else if (told.length > 0) send('changed', {tags: told})
          },
        }),
    })
  }
}

interface Stream {
  readonly heartbeat: number
  /** Ends it when aborted. */
  readonly signal: AbortSignal
  /** Begins to send; returns the way to stop. */
  readonly start: (send: (name: string, data: object) => void, end: () => void) => () => void
}

/** An answer of server-sent events. Each has an id, by which a browser says that it comes back. */
function eventStream({heartbeat, signal, start}: Stream): Response {
  let stop = (): void => {}
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const write = (text: string): void => controller.enqueue(new TextEncoder().encode(text))
      const end = (): void => {
        stop()
        controller.close()
      }
      const beat = setInterval(() => write(':\n\n'), heartbeat)
      const leave = start(
        (name, data) => write(`event: ${name}\nid: 0\ndata: ${JSON.stringify(data)}\n\n`),
        end,
      )
      stop = () => {
        clearInterval(beat)
        signal.removeEventListener('abort', end)
        leave()
      }
      signal.addEventListener('abort', end)
    },
    cancel: () => stop(),
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
