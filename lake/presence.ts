import {randomUUID} from 'node:crypto'

import {z} from 'zod'

import {mayRead, type User} from './access.ts'

/** The single character that tells a client that the connection lives. */
export const HEARTBEAT = '♥'
/** Each gets every message: many would be a way to have one message sent many times. */
const MOST_SUBSCRIPTIONS = 50

const location = z.looseObject({documentId: z.string().optional()})
const request = z.looseObject({id: z.union([z.string(), z.number()]), method: z.string()})
const authorization = z.looseObject({authorization: z.string()})
const announcement = z.looseObject({
  data: z.looseObject({sessionId: z.string(), locations: z.array(location)}),
})
const session = z.looseObject({session: z.string()})
const subscription = z.looseObject({subscriptionId: z.string()})

/** Where somebody is: which document they have open, and at which field. */
type Location = z.infer<typeof location>

/** What those who are present hear of each other. */
type PresenceEvent =
  | {type: 'rollCall'; i: string; session: string}
  | {type: 'state'; i: string; m: {sessionId: string; locations: Location[]}}
  | {type: 'disconnect'; i: string; m: {session: string}}

/** One open connection, as whoever transports messages uses it. */
export interface PresenceConnection {
  receive(message: string): void
  /** Whether it came with a token that still holds. */
  isKnown(): boolean
  close(): void
}

/** Those who are present in one dataset. */
export interface PresenceRoom {
  connect(send: (message: string) => void): PresenceConnection
}

/**
 * A room in which editors see each other, as JSON-RPC over a socket. Without a valid token nobody
 * hears or is heard, and nobody hears of a document that they may not read.
 */
export function createPresenceRoom(userOf: (token: string) => User | null): PresenceRoom {
  interface Member {
    token: string
    /** As whom the others know them. */
    author: string
    session: string | undefined
    subscriptions: Set<string>
    notify: (subscriptionId: string, event: PresenceEvent) => void
  }
  const members = new Set<Member>()

  function broadcast(event: PresenceEvent): void {
    for (const {token, subscriptions, notify} of members) {
      const user = subscriptions.size === 0 ? null : userOf(token)
      if (user === null) continue
      for (const id of subscriptions) notify(id, asSeenBy(user, event))
    }
  }

  function leave(member: Member): void {
    const {author, session: left} = member
    member.session = undefined
    if (left !== undefined) broadcast({type: 'disconnect', i: author, m: {session: left}})
  }

  /** Carries a request out; what it returns is the answer. */
  function call(member: Member, method: string, params: unknown): unknown {
    if (method === 'authorization') {
      const {authorization: header} = authorization.parse(params)
      member.token = header.replace(/^Bearer /i, '')
      if (userOf(member.token) === null) throw new Error('The token is unknown or has expired.')
      return 'ok'
    }
    const user = userOf(member.token)
    if (user === null) throw new Error('This needs a token.')
    member.author = user.id
    switch (method) {
      case 'presence_subscribe': {
        if (member.subscriptions.size >= MOST_SUBSCRIPTIONS) {
          throw new Error(`At most ${MOST_SUBSCRIPTIONS} subscriptions go over one connection.`)
        }
        const id = randomUUID()
        member.subscriptions.add(id)
        return id
      }
      case 'presence_unsubscribe':
        return member.subscriptions.delete(subscription.parse(params).subscriptionId)
      case 'presence_rollcall':
        member.session = session.parse(params).session
        broadcast({type: 'rollCall', i: user.id, session: member.session})
        return true
      case 'presence_announce': {
        const {sessionId, locations} = announcement.parse(params).data
        member.session = sessionId
        broadcast({type: 'state', i: user.id, m: {sessionId, locations}})
        return true
      }
      case 'presence_disconnect':
        leave(member)
        return true
      default:
        throw new Error(`There is no method "${method}".`)
    }
  }

  return {
    connect: (send) => {
      const answer = (content: object): void => send(JSON.stringify({jsonrpc: '2.0', ...content}))
      const member: Member = {
        token: '',
        author: '',
        session: undefined,
        subscriptions: new Set(),
        notify: (id, result) =>
          answer({method: 'presence_subscription', params: {subscription: id, result}}),
      }
      members.add(member)
      return {
        receive: (message) => {
          const parsed = readRequest(message)
          if (parsed === undefined) return
          const {id, method, params} = parsed
          try {
            answer({id, result: call(member, method, params)})
          } catch (error) {
            const reason = error instanceof Error ? error.message : String(error)
            answer({id, error: {code: -32_000, message: reason}})
          }
        },
        isKnown: () => userOf(member.token) !== null,
        close: () => {
          leave(member)
          members.delete(member)
        },
      }
    },
  }
}

function asSeenBy(user: User, event: PresenceEvent): PresenceEvent {
  if (event.type !== 'state') return event
  const locations = event.m.locations.filter(
    ({documentId}) => documentId === undefined || mayRead(user, documentId),
  )
  return {...event, m: {...event.m, locations}}
}

function readRequest(
  message: string,
): {id: string | number; method: string; params?: unknown} | undefined {
  try {
    return request.parse(JSON.parse(message))
  } catch {
    return undefined
  }
}
