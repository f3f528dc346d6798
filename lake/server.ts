import type {IncomingMessage, Server, ServerResponse} from 'node:http'
import type {Duplex} from 'node:stream'

import type {Direct} from './http/direct.ts'
import {closeServer, listen, type Address} from './listen.ts'
import type {Sockets} from './sockets.ts'

// An import of the module would load its WebSocket, and with that the whole of undici.
const {createServer} = process.getBuiltinModule('node:http')

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
    other,
    sockets,
  }: {
    /** Asked first whether it takes a request. */
    direct: Direct
    other: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>
    /** Called when a connection is to be upgraded. */
    sockets: () => Promise<Sockets>
  },
  {idle, host = '127.0.0.1', port = 0}: {idle: number; host?: string; port?: number},
): Promise<{address: Address; streamOrigins: string[]; close: () => Promise<void>}> {
  const servers: Server[] = []
  let open: Promise<Sockets> | undefined
  const close = async (): Promise<void> => {
    const closed = open?.then((sockets) => sockets.close())
    await Promise.all([closed, ...servers.map((server) => closeServer(server, GRACE_MS))])
  }
  const start = async (wanted: number): Promise<Address> => {
    const server = createServer(async (incoming, outgoing) => {
      if (!direct(incoming, outgoing)) await other(incoming, outgoing)
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
