import {createServer, type IncomingMessage, type Server} from 'node:http'
import type {Duplex} from 'node:stream'

import type {Connection} from './http/context.ts'
import type {Direct} from './http/direct.ts'
import {once} from './once.ts'
import {closeServer, listen, type Address} from './listen.ts'
import type {Sockets} from './sockets.ts'

/**
 * Browsers open at most six HTTP/1.1 connections to a host and port, and Studio holds seven to
 * eleven event streams: these further ports of the same server carry them.
 */
const STREAM_PORTS = 8
/** Longer than proxies and clients keep a quiet connection: it is for them to close it. */
const KEEP_ALIVE_MS = 65_000
/** How long requests that are under way may take when the lake stops. */
const GRACE_MS = 10_000

/**
 * Serves requests on one port for everything and on a few ephemeral ones for event streams. A
 * connection on which nothing moves for `idle` milliseconds is closed.
 */
export async function serve(
  {
    direct,
    fetch,
    sockets,
  }: {
    /** Takes what it can answer at once; everything else goes to `fetch`. */
    direct: Direct
    fetch: (request: Request, connection?: Connection) => Promise<Response>
    /** Made when first a connection is to be upgraded. */
    sockets: () => Promise<Sockets>
  },
  {idle, host = '127.0.0.1', port = 0}: {idle: number; host?: string; port?: number},
): Promise<{address: Address; streamOrigins: string[]; close: () => Promise<void>}> {
  const servers: Server[] = []
  const adapter = once(async () => {
    const {getRequestListener} = await import('@hono/node-server')
    return getRequestListener(fetch)
  })
  let open: Promise<Sockets> | undefined
  const close = async (): Promise<void> => {
    const closed = open?.then((sockets) => sockets.close())
    await Promise.all([closed, ...servers.map((server) => closeServer(server, GRACE_MS))])
  }
  const start = async (wanted: number): Promise<Address> => {
    const server = createServer(async (incoming, outgoing) => {
      if (direct(incoming, outgoing)) return
      const answer = await adapter()
      await answer(incoming, outgoing)
    })
    server.setTimeout(idle)
    server.keepAliveTimeout = KEEP_ALIVE_MS
    server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
      // A client that is gone meanwhile must not take the process along.
      connection.on('error', () => connection.destroy())
      open ??= sockets()
      open
        .then((opened) => opened.upgrade(request, connection, head))
        .catch(() => connection.destroy())
    })
    servers.push(server)
    return listen(server, host, wanted)
  }
  try {
    const address = await start(port)
    const streams = await Promise.all(Array.from({length: STREAM_PORTS}, () => start(0)))
    return {address, streamOrigins: streams.map(({url}) => url), close}
  } catch (error) {
    await close()
    throw error
  }
}
