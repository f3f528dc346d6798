import {ClientError, ServerError} from '@sanity/client'
import {expect} from 'vitest'

interface LakeMatchers<R> {
  /** The real client threw: this status, and for a refused write this item type at this index. */
  toMatchError(statusCode: number, itemType?: string, index?: number): R
  /** A mutation event of this document, with its place among those of its transaction. */
  toMatchEvent(expected: {documentId: string; total: number; current: number}): R
}

declare module 'vitest' {
  interface Matchers<
    R extends void | Promise<void> = void | Promise<void>,
    T = unknown,
  > extends LakeMatchers<R> {}
}

expect.extend({
  toMatchError(received: unknown, statusCode: number, itemType?: string, index = 0) {
    const isOurs = received instanceof ClientError || received instanceof ServerError
    const items: unknown = isOurs ? received.details?.items : undefined
    const item = Array.isArray(items) ? items[0] : undefined
    const pass =
      isOurs &&
      received.statusCode === statusCode &&
      (itemType === undefined || (item?.error?.type === itemType && item.index === index))
    return {
      pass,
      message: () =>
        `expected a client error ${statusCode} ${itemType ?? ''}, got ${String(received)} ${JSON.stringify(items)}`,
    }
  },
  toMatchEvent(received: Record<string, unknown>, expected) {
    const actual = {
      documentId: received['documentId'],
      total: received['transactionTotalEvents'],
      current: received['transactionCurrentEvent'],
    }
    return {
      pass: this.equals(actual, expected),
      message: () =>
        `expected the event ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`,
    }
  },
})
