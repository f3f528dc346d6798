import {createHash, randomBytes} from 'node:crypto'

import {Hono} from 'hono'

import type {User} from '../access.ts'
import {httpError} from '../errors.ts'
import type {Env, LakeContext} from './context.ts'
import {comesFromElsewhere} from './elsewhere.ts'

/** A ticket is used at once, by the page that was sent to fetch it. */
const TICKET_MS = 30_000
const SESSION_DAYS = 30
const MOST_TICKETS = 1_000

/**
 * Login as Studio knows it: the provider's address sends the browser back with a ticket (`sid`),
 * which is exchanged for a token once. On loopback nobody is asked for a password; only the
 * addresses that Studio is served from are sent back to. From elsewhere nobody logs in.
 */
export function authRoutes(lake: LakeContext): Hono<Env> {
  /** When each ticket expires, by its hash. */
  const tickets = new Map<string, number>()
  const user: User = {id: lake.loginRole, name: titleOf(lake.loginRole), role: lake.loginRole}

  return new Hono<Env>()
    .get('/auth/providers', (context) => {
      const {origin, pathname} = new URL(context.req.url)
      const url = `${origin}${pathname.replace(/providers$/, 'login/embedded')}`
      const provider = {name: 'embedded', title: 'Embedded Content Lake', url}
      const providers = comesFromElsewhere(context.req, lake) ? [] : [provider]
      return context.json({providers, thirdPartyLogin: false, sso: {}})
    })
    .get('/auth/login/embedded', (context) => {
      const target = context.req.query('origin') ?? ''
      if (!URL.canParse(target) || !lake.studioOrigins.includes(new URL(target).origin)) {
        throw httpError(403, 'Only the Studio that belongs to this lake can log in here.')
      }
      if (comesFromElsewhere(context.req, lake)) {
        throw httpError(403, 'Logging in without a token is for the machine that the lake runs on.')
      }
      const now = Date.now()
      for (const [known, expires] of tickets) if (expires < now) tickets.delete(known)
      if (tickets.size >= MOST_TICKETS)
        throw httpError(429, 'Too many are logging in: wait a little.')
      const ticket = randomBytes(32).toString('hex')
      tickets.set(hashOf(ticket), now + TICKET_MS)
      const back = new URL(target)
      back.hash = `sid=${ticket}`
      return context.redirect(back.href)
    })
    .get('/auth/fetch', (context) => {
      const ticket = hashOf(context.req.query('sid') ?? '')
      const expires = tickets.get(ticket)
      tickets.delete(ticket)
      if (expires === undefined || expires < Date.now()) {
        throw httpError(401, 'The login has expired: reload Studio.')
      }
      const until = new Date(Date.now() + SESSION_DAYS * 86_400_000)
      return context.json({token: lake.catalogue.tokens.create(user, until)})
    })
    .post('/auth/logout', (context) => {
      lake.catalogue.tokens.logOut(context.get('token') ?? '')
      return context.body(null, 204)
    })
    .get('/auth/id', (context) => {
      const current = context.get('user')
      if (current === null) throw httpError(401, 'There is no session.')
      return context.json({id: current.id, expiry: null})
    })
}

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex')
}

function titleOf(role: string): string {
  return role.charAt(0).toUpperCase() + role.slice(1)
}
