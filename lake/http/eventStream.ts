import type {Dataset} from '../dataset.ts'
import {clientOf} from './client.ts'
import type {LakeContext, LakeRequest} from './context.ts'

/** Comment lines keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000
/** How long clients wait before they come back. */
const RETRY_MS = 1_000

/** Sends one server-sent event; without a name it is a `message`. */
export type Send = (event: {name?: string; id?: string; data: object}) => void

/**
 * Answers with server-sent events. `start` sends the first ones and returns the way to stop those
 * that follow; the stream ends when the client goes, when its token is worth nothing any more, and
 * with the dataset. A client that does not read is cut off: it comes back for what it missed.
 */
export function eventStream(
  context: LakeRequest,
  lake: LakeContext,
  dataset: Dataset,
  start: (send: Send) => () => void,
): Response {
  const {tokens} = lake.catalogue
  const token = context.get('token')
  const signals = [lake.closing, dataset.closed, ...(token ? [tokens.ended(token)] : [])]
  const closing = AbortSignal.any(signals)
  const leave = lake.turnstile.enter(clientOf(context))
  const stopped = new AbortController()
  stopped.signal.addEventListener('abort', leave)
  const encoder = new TextEncoder()

  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start: (controller) => {
        const write = (text: string): void => {
          if (stopped.signal.aborted) return
          if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(encoder.encode(text))
          stopped.abort()
          const socket = context.env.incoming?.socket
          // The answer is not to be ended in order: what waits for that client is given up with it.
          if (socket) socket.destroy()
          else controller.error(new Error('The client does not read.'))
        }
        write(`retry: ${RETRY_MS}\n\n`)
        const stop = start(({name, id, data}) => {
          const head = `${name === undefined ? '' : `event: ${name}\n`}${id === undefined ? '' : `id: ${id}\n`}`
          write(`${head}data: ${JSON.stringify(data)}\n\n`)
        })
        const end = (): void => {
          if (stopped.signal.aborted) return
          stopped.abort()
          controller.close()
        }
        const heartbeat = setInterval(() => {
          if (token !== undefined && tokens.userOf(token) === null) end()
          else write(':\n\n')
        }, HEARTBEAT_MS)
        const finish = (): void => {
          stop()
          clearInterval(heartbeat)
          closing.removeEventListener('abort', end)
        }
        if (stopped.signal.aborted) finish()
        else stopped.signal.addEventListener('abort', finish)
        if (closing.aborted) end()
        else closing.addEventListener('abort', end)
      },
      cancel: () => stopped.abort(),
    },
    new ByteLengthQueuingStrategy({highWaterMark: lake.limits.waiting}),
  )
  return context.body(body, 200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
  })
}
