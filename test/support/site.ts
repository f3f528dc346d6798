import {createServer} from 'node:http'

import {getRequestListener} from '@hono/node-server'
import {onTestFinished} from 'vitest'

import {closeServer, listen} from '../../lake/index.ts'

/** Serves a function from request to response on a free port until the test is over. */
export async function openSite(
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<string> {
  const server = createServer(getRequestListener(fetch))
  onTestFinished(() => closeServer(server))
  const {url} = await listen(server, '127.0.0.1', 0)
  return url
}
