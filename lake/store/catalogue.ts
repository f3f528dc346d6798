import {createHash, randomBytes} from 'node:crypto'
import {DatabaseSync} from 'node:sqlite'

import type {Role, User} from '../access.ts'

const TABLES = `
  CREATE TABLE IF NOT EXISTS tokens (
    hash TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    expires TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS keyvalues (
    user TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user, key)
  ) STRICT, WITHOUT ROWID;
`

/** What a lake keeps beside its datasets: tokens (hashed) and what Studio remembers for each user. */
export interface Catalogue {
  /** Makes a token; this is the only time that it can be read. */
  createToken(user: User, expires?: Date): string
  /** Whose token this is; `null` when it is unknown or has expired. */
  userOf(token: string): User | null
  values(user: User, keys: readonly string[]): {key: string; value: unknown}[]
  setValue(user: User, key: string, value: unknown): void
  /** Whether there was something to delete. */
  deleteValue(user: User, key: string): boolean
  /** Removes what was remembered for anybody, such as a recent search, if a word occurs in it. */
  forget(words: readonly string[]): void
  close(): void
}

/** The file belongs to another process. */
export class CatalogueInUse extends Error {}

/**
 * Opens the catalogue and holds it for this process alone; the operating system lets go of it when
 * the process ends, however it ends.
 */
export function openCatalogue(file: string): Catalogue {
  const database = new DatabaseSync(file, {timeout: 0})
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL')
    database.exec(
      `PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; BEGIN EXCLUSIVE; ${TABLES} COMMIT`,
    )
  } catch (error) {
    database.close()
    if (error instanceof Error && /locked|busy/.test(error.message)) throw new CatalogueInUse()
    throw error
  }
  const sql = {
    addToken: database.prepare(
      'INSERT INTO tokens (hash, user, name, role, expires) VALUES (?, ?, ?, ?, ?)',
    ),
    token: database.prepare('SELECT user, name, role, expires FROM tokens WHERE hash = ?'),
    value: database.prepare('SELECT value FROM keyvalues WHERE user = ? AND key = ?'),
    setValue: database.prepare(
      'INSERT OR REPLACE INTO keyvalues (user, key, value) VALUES (?, ?, ?)',
    ),
    forget: database.prepare('DELETE FROM keyvalues WHERE instr(value, ?) > 0'),
    deleteValue: database.prepare('DELETE FROM keyvalues WHERE user = ? AND key = ?'),
  }
  return {
    createToken: (user, expires) => {
      const token = `sg${randomBytes(32).toString('hex')}`
      const until = expires?.toISOString() ?? null
      sql.addToken.run(hashOf(token), user.id, user.name, user.role, until)
      return token
    },
    userOf: (token) => {
      const row = sql.token.get(hashOf(token))
      if (!row || !isRole(row['role'])) return null
      const {expires} = row
      if (typeof expires === 'string' && expires < new Date().toISOString()) return null
      return {id: String(row['user']), name: String(row['name']), role: row['role']}
    },
    values: (user, keys) =>
      keys.map((key) => {
        const row = sql.value.get(user.id, key)
        return {key, value: row ? JSON.parse(String(row['value'])) : null}
      }),
    setValue: (user, key, value) => sql.setValue.run(user.id, key, JSON.stringify(value ?? null)),
    deleteValue: (user, key) => sql.deleteValue.run(user.id, key).changes > 0,
    forget: (words) => {
      for (const word of words) sql.forget.run(JSON.stringify(word).slice(1, -1))
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    close: () => database.close(),
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function isRole(value: unknown): value is Role {
  return value === 'viewer' || value === 'editor' || value === 'administrator'
}
