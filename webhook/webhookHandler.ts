import {receiveWebhook, type ReceiveOptions} from './receiveWebhook.ts'
import type {StoryChange} from './storyChange.ts'

export interface WebhookHandlerOptions extends ReceiveOptions {
  /** Does what the change asks for; when it fails, the Content Lake sends the change again. */
  readonly handle: (change: StoryChange) => void | Promise<void>
  /** Is told what `handle` failed of; by default it is written to the console. */
  readonly onError?: (error: unknown) => void
}

/**
 * The route that a webhook is sent to. A change is handled once: a message that comes again, or twice
 * at the same time, is answered without a second round, and one whose handling failed is answered
 * 500 and handled when it comes again. What was handled is remembered by this process, as long as its
 * signature would be taken. Refusals are answered with their status and sentence.
 */
export function webhookHandler({
  handle,
  onError = (error) => console.error('A webhook could not be handled:', error),
  ...options
}: WebhookHandlerOptions): (request: Request) => Promise<Response> {
  const handled = new Map<string, Promise<void>>()
  return async (request) => {
    const reception = await receiveWebhook(request, options)
    if ('refusal' in reception) {
      const {status, reason} = reception.refusal
      return Response.json({error: reason}, {status})
    }
    const {change, marks} = reception
    const known = marks.map((mark) => handled.get(mark)).find((work) => work !== undefined)
    const work = known ?? (async () => handle(change))()
    if (!known) remember(handled, marks, work)
    try {
      await work
      return Response.json({handled: change.id})
    } catch (error) {
      for (const mark of marks) handled.delete(mark)
      if (!known) onError(error)
      return Response.json({error: 'The change could not be handled.'}, {status: 500})
    }
  }
}

/** More than any newsroom publishes within the life of a signature. */
const MOST_REMEMBERED = 10_000

function remember(
  handled: Map<string, Promise<void>>,
  marks: readonly string[],
  work: Promise<void>,
): void {
  for (const mark of marks) handled.set(mark, work)
  // Oldest first, as maps keep them.
  for (const mark of handled.keys()) {
    if (handled.size <= MOST_REMEMBERED) return
    handled.delete(mark)
  }
}
