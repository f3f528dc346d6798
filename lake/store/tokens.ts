import {createHash, randomBytes, randomUUID} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'

import {isRole, type Role, type User} from '../access.ts'

/** A token as it can be listed: without itself, which only its holder has. */
export interface TokenEntry {
  id: string
  label: string
  role: Role
  /** ISO 8601; `null` for tokens made before this was noted. */
  createdAt: string | null
}

/**
 * Who may do what, by tokens that are kept hashed. A token is looked up by its hash: how long that
 * takes tells about a hash, from which no token can be had, and nothing about any token.
 */
export interface Tokens {
  /** Makes a token for whoever is logged in; it is not listed. This is the only time it can be read. */
  create(user: User, expires?: Date): string
  /** Makes one that is listed and holds until it is revoked. */
  issue(label: string, role: Role): {entry: TokenEntry; token: string}
  list(): TokenEntry[]
  /** Those who have a token that holds, each once, in the order of their ids. */
  people(): User[]
  /** What somebody is called who has a token or had one. */
  nameOf(user: string): string | undefined
  /** Whether there was such a token. */
  revoke(id: string): boolean
  /** Ends a login: its token is worthless. One that somebody made on purpose is revoked instead. */
  logOut(token: string): void
  /** Aborted when the token is revoked or logged out, so that what was opened with it ends. */
  ended(token: string): AbortSignal
  /** Whose token this is; `null` when it is unknown or has expired. */
  userOf(token: string): User | null
}

export const TOKEN_TABLE = `
  CREATE TABLE IF NOT EXISTS tokens (
    hash TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    expires TEXT
  ) STRICT;
`
/**
 * Since format 1: tokens that are listed have an id and a label. A revoked one is kept, so that a
 * backup does not bring it back.
 */
export const TOKEN_COLUMNS = `
  ALTER TABLE tokens ADD COLUMN id TEXT;
  ALTER TABLE tokens ADD COLUMN label TEXT;
  ALTER TABLE tokens ADD COLUMN created TEXT;
  ALTER TABLE tokens ADD COLUMN revoked TEXT;
`

/** The tokens in a catalogue's database. */
export function openTokens(database: DatabaseSync): Tokens {
  const sql = {
    add: database.prepare(
      'INSERT INTO tokens (hash, user, name, role, expires, id, label, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    get: database.prepare(
      'SELECT user, name, role, expires FROM tokens WHERE hash = ? AND revoked IS NULL',
    ),
    list: database.prepare(
      'SELECT id, label, role, created FROM tokens WHERE id IS NOT NULL AND revoked IS NULL ORDER BY created, id',
    ),
    revoke: database.prepare(
      'UPDATE tokens SET revoked = ? WHERE id = ? AND revoked IS NULL RETURNING hash',
    ),
    logOut: database.prepare('DELETE FROM tokens WHERE hash = ? AND id IS NULL AND expires > 0'),
    sweep: database.prepare('DELETE FROM tokens WHERE id IS NULL AND expires < ?'),
    people: database.prepare(
      `SELECT DISTINCT user, name, role FROM tokens
       WHERE revoked IS NULL AND (expires IS NULL OR expires > ?) ORDER BY user`,
    ),
    name: database.prepare('SELECT name FROM tokens WHERE user = ? LIMIT 1'),
  }

  const inUse = new Map<string, AbortController>()

  function end(hash: string): void {
    inUse.get(hash)?.abort()
    inUse.delete(hash)
  }

  function add(
    {id: user, name, role}: User,
    expires: string | null,
    listed: {id: string; label: string; createdAt: string} | null,
  ): string {
    const token = `sg${randomBytes(32).toString('hex')}`
    const {id = null, label = null, createdAt = null} = listed ?? {}
    sql.add.run(hashOf(token), user, name, role, expires, id, label, createdAt)
    return token
  }

  return {
    create: (user, expires) => {
      sql.sweep.run(new Date().toISOString())
      return add(user, expires?.toISOString() ?? null, null)
    },
    issue: (label, role) => {
      const entry = {id: randomUUID(), label, role, createdAt: new Date().toISOString()}
      return {entry, token: add({id: entry.id, name: label, role}, null, entry)}
    },
    list: () =>
      sql.list.all().flatMap(({id, label, role, created}) => {
        const createdAt = typeof created === 'string' ? created : null
        return isRole(role) ? [{id: String(id), label: String(label), role, createdAt}] : []
      }),
    people: () =>
      sql.people
        .all(new Date().toISOString())
        .flatMap(({user, name, role}) =>
          isRole(role) ? [{id: String(user), name: String(name), role}] : [],
        ),
    nameOf: (user) => {
      const row = sql.name.get(user)
      return row && String(row['name'])
    },
    revoke: (id) => {
      const revoked = sql.revoke.get(new Date().toISOString(), id)
      if (revoked) end(String(revoked['hash']))
      return revoked !== undefined
    },
    logOut: (token) => {
      const hash = hashOf(token)
      if (sql.logOut.run(hash).changes > 0) end(hash)
    },
    ended: (token) => {
      const hash = hashOf(token)
      const known = inUse.get(hash) ?? new AbortController()
      inUse.set(hash, known)
      return known.signal
    },
    userOf: (token) => {
      const row = sql.get.get(hashOf(token))
      if (!row || !isRole(row['role'])) return null
      const {expires} = row
      if (typeof expires === 'string' && expires < new Date().toISOString()) return null
      return {id: String(row['user']), name: String(row['name']), role: row['role']}
    },
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
