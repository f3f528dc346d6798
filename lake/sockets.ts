import {once} from 'node:events'
import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {setTimeout} from 'node:timers/promises'

import {WebSocketServer, type WebSocket} from 'ws'

import {HEARTBEAT, type PresenceConnection} from './presence.ts'

const HEARTBEAT_MS = 10_000
/** What a socket is closed with when the lake stops, and how long an answer to that is awaited. */
const GOING_AWAY = 1001
const CLOSING_MS = 1_000
/** What one message may hold, in bytes. */
const MAXIMUM_MESSAGE = 64 * 1024

/** The sockets of a server. */
export interface Sockets {
  /** Takes a request to upgrade a connection; refused as the HTTP API refuses it. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): Promise<void>
  /** Tells everybody that the lake goes, so that they come back to the next one. */
  close(): Promise<void>
}

/** Upgrades connections that `fetch` lets pass, and brings them into the room of their dataset. */
export function createSockets(
  fetch: (request: Request) => Promise<Response>,
  connect: (dataset: string, send: (message: string) => void) => PresenceConnection,
): Sockets {
  const server = new WebSocketServer({noServer: true, maxPayload: MAXIMUM_MESSAGE})

  function join(socket: WebSocket, dataset: string): void {
    const connection = connect(dataset, (message) => socket.send(message))
    const heartbeat = setInterval(() => socket.send(HEARTBEAT), HEARTBEAT_MS)
    socket.on('message', (data, isBinary) => {
      if (!isBinary && Buffer.isBuffer(data)) connection.receive(data.toString())
    })
    // A broken connection is closed too, and says so there.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(heartbeat)
      connection.close()
    })
  }

  return {
    upgrade: async (request, connection, head) => {
      const {url = '', headers} = request
      const {host = '', origin} = headers
      const address = new URL(url, `http://${host}`)
      const asked = new Request(address, {headers: origin === undefined ? {} : {origin}})
      const {status, statusText} = await fetch(asked)
      if (status !== 426) {
        connection.end(`HTTP/1.1 ${status} ${statusText}\r\nConnection: close\r\n\r\n`)
        return
      }
      const dataset = address.pathname.split('/').at(-1) ?? ''
      server.handleUpgrade(request, connection, head, (socket) => join(socket, dataset))
    },
    close: async () => {
      const open = [...server.clients]
      const gone = open.map((socket) => once(socket, 'close'))
      for (const socket of open) socket.close(GOING_AWAY, 'The lake stops.')
      await Promise.race([Promise.all(gone), setTimeout(CLOSING_MS, undefined, {ref: false})])
      for (const socket of open) socket.terminate()
    },
  }
}
