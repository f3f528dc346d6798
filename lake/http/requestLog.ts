import {randomUUID} from 'node:crypto'

import type {User} from '../access.ts'
import type {Asked, SetHeader} from './asked.ts'
import type {LakeContext} from './context.ts'

const OWN_ID = /^[\w.-]{1,64}$/

/** A request under way, as the log knows it. */
export interface Logged {
  id: string
  /** Logs what came of it and gives the answer its headers. The route is never the address. */
  answered: (
    outcome: {status: number; route: string; user: User | null},
    setHeader: SetHeader,
  ) => void
}

/**
 * Gives a request an id, which its answer carries in `x-request-id` and, should the lake fail, in
 * `traceparent`, where Sanity's clients look for it. The log gets the route, never the address: that
 * holds queries and ids.
 */
export function logged(asked: Asked, lake: LakeContext): Logged {
  const own = asked.header('x-request-id')
  const id = own !== undefined && OWN_ID.test(own) ? own : randomUUID().replaceAll('-', '')
  const began = performance.now()
  return {
    id,
    answered: ({status, route, user}, setHeader) => {
      setHeader('x-request-id', id)
      setHeader('access-control-expose-headers', 'traceparent, x-request-id')
      if (status >= 500 && /^[\da-f]{32}$/.test(id)) {
        setHeader('traceparent', `00-${id}-${id.slice(0, 16)}-00`)
      }
      // It is asked every few seconds.
      if (route === '/healthz') return
      lake.log({
        level: status >= 500 ? 'error' : 'info',
        event: 'request',
        id,
        method: asked.method,
        route,
        status,
        ms: Math.round((performance.now() - began) * 10) / 10,
        ...(user && {user: user.id}),
      })
    },
  }
}
