import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'

import {createAdaptorServer, type ServerType} from '@hono/node-server'

import type {Connection} from './http/context.ts'
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
  fetch: (request: Request, connection?: Connection) => Promise<Response>,
  sockets: Sockets,
  {idle, host = '127.0.0.1', port = 0}: {idle: number; host?: string; port?: number},
): Promise<{address: Address; streamOrigins: string[]; close: () => Promise<void>}> {
  const servers: ServerType[] = []
  const close = async (): Promise<void> => {
    await Promise.all([sockets.close(), ...servers.map((server) => closeServer(server, GRACE_MS))])
  }
  const open = async (wanted: number): Promise<Address> => {
    const server = createAdaptorServer({fetch})
    if ('requestTimeout' in server) server.setTimeout(idle)
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEP_ALIVE_MS
    server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
      sockets.upgrade(request, connection, head).catch(() => connection.destroy())
    })
    servers.push(server)
    return listen(server, host, wanted)
  }
  try {
    const address = await open(port)
    const streams = await Promise.all(Array.from({length: STREAM_PORTS}, () => open(0)))
    return {address, streamOrigins: streams.map(({url}) => url), close}
  } catch (error) {
    await close()
    throw error
  }
}
