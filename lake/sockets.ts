import {once} from 'node:events'
import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {setTimeout} from 'node:timers/promises'

import {WebSocketServer, type WebSocket} from 'ws'

import type {User} from './access.ts'
import type {Limits} from './limits.ts'
import {createPresenceRoom, HEARTBEAT, type PresenceRoom} from './presence.ts'
import type {Turnstile} from './turnstile.ts'

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

/**
 * Upgrades connections that `fetch` lets pass, and brings them into the room of their dataset. Who
 * has no valid token by the next heartbeat is sent away, and so is who does not read.
 */
export function createSockets({
  fetch,
  userOf,
  turnstile,
  limits,
}: {
  fetch: (request: Request) => Promise<Response>
  /** Who has a token; nobody once the lake stops. */
  userOf: (token: string) => User | null
  turnstile: Turnstile
  limits: Limits
}): Sockets {
  const server = new WebSocketServer({noServer: true, maxPayload: MAXIMUM_MESSAGE})
  const rooms = new Map<string, PresenceRoom>()

  function join(socket: WebSocket, dataset: string): void {
    const send = (message: string): void => {
      if (socket.bufferedAmount > limits.waiting) socket.terminate()
      else socket.send(message)
    }
    const room = rooms.get(dataset) ?? createPresenceRoom(userOf)
    rooms.set(dataset, room)
    const connection = room.connect(send)
    const heartbeat = setInterval(() => {
      if (connection.isKnown()) send(HEARTBEAT)
      else socket.close(POLICY_VIOLATION)
    }, HEARTBEAT_MS)
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

  /** Why a request may not be upgraded, as the first line of an answer says it. */
  async function refusal(address: URL, {headers}: IncomingMessage): Promise<string | undefined> {
    const asked = new Headers()
    for (const [name, value] of Object.entries(headers)) {
      if (typeof value === 'string' && PASSED_ON.has(name)) asked.set(name, value)
    }
    const {status, statusText} = await fetch(new Request(address, {headers: asked}))
    return status === 426 ? undefined : `${status} ${statusText}`
  }

  return {
    upgrade: async (request, connection, head) => {
      const {url = '', headers, socket} = request
      const address = new URL(url, `http://${headers.host ?? ''}`)
      const refused = await refusal(address, request)
      if (refused !== undefined) {
        connection.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`)
        return
      }
      if (connection.destroyed) return
      connection.once('close', turnstile.enter(socket.remoteAddress ?? 'socket'))
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

/** How a socket is closed to somebody who may not have it. */
const POLICY_VIOLATION = 1008

/** What decides whether a request is let in, but for what asks for the upgrade itself. */
const PASSED_ON = new Set([
  'authorization',
  'forwarded',
  'origin',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-real-ip',
  'x-sanity-project-id',
])
