import type {AddressInfo, Server} from 'node:net'

import type {ServerType} from '@hono/node-server'

/** Where a server accepts connections. */
export interface Address {
  host: string
  port: number
  /** `http://host:port`, what clients take as `apiHost`. */
  url: string
}

/** The port belongs to another program. */
export class PortTakenError extends Error {
  readonly port: number

  constructor(port: number, host: string) {
    super(`Port ${port} on ${host} is taken.`)
    this.name = 'PortTakenError'
    this.port = port
  }
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** Whether a name leads to this machine alone, as browsers and systems agree. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK_NAMES.has(hostname) || hostname.endsWith('.localhost')
}

/** Accepts connections; port 0 takes a free one. Throws `PortTakenError`. */
export function listen(server: ServerType, host: string, port: number): Promise<Address> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, host) : error)
    })
    server.listen(port, host, () => {
      const bound = addressOf(server)
      const name = bound.family === 'IPv6' ? `[${host}]` : host
      resolve({host, port: bound.port, url: `http://${name}:${bound.port}`})
    })
  })
}

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address
}

/** How often connections that became idle are closed, in milliseconds. */
const IDLE_CHECK = 20

/**
 * Stops a server: no connection is accepted any more, requests under way have `grace` milliseconds to
 * end, and whoever is still connected then is cut off.
 */
export async function closeServer(server: ServerType, grace = 0): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  if (!('closeAllConnections' in server)) return closed
  const cut = setTimeout(() => server.closeAllConnections(), grace)
  const check = setInterval(() => server.closeIdleConnections(), IDLE_CHECK)
  await closed
  clearTimeout(cut)
  clearInterval(check)
}
