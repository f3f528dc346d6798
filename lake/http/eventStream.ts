import type {LakeRequest} from './context.ts'

/** Comment lines keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000
/** How long clients wait before they come back. */
const RETRY_MS = 1_000

/** Sends one server-sent event; without a name it is a `message`. */
export type Send = (event: {name?: string; id?: string; data: object}) => void

/**
 * Answers with server-sent events. `start` sends the first ones and returns the way to stop those
 * that follow; the stream ends when the client goes or `closing` is aborted.
 */
export function eventStream(
  context: LakeRequest,
  closing: AbortSignal,
  start: (send: Send) => () => void,
): Response {
  const stopped = new AbortController()
  const body = new ReadableStream<string>({
    start: (controller) => {
      controller.enqueue(`retry: ${RETRY_MS}\n\n`)
      const stop = start(({name, id, data}) => {
        const head = `${name === undefined ? '' : `event: ${name}\n`}${id === undefined ? '' : `id: ${id}\n`}`
        controller.enqueue(`${head}data: ${JSON.stringify(data)}\n\n`)
      })
      const heartbeat = setInterval(() => controller.enqueue(':\n\n'), HEARTBEAT_MS)
      const end = (): void => {
        stopped.abort()
        controller.close()
      }
      stopped.signal.addEventListener('abort', () => {
        stop()
        clearInterval(heartbeat)
        closing.removeEventListener('abort', end)
      })
      closing.addEventListener('abort', end)
    },
    cancel: () => stopped.abort(),
  })
  return context.body(body.pipeThrough(new TextEncoderStream()), 200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
  })
}
