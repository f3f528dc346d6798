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

/** Stops a server and cuts off whoever is still connected. */
export function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
