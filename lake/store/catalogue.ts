import {DatabaseSync} from 'node:sqlite'

import type {User} from '../access.ts'
import {faultsOf} from './faults.ts'
import {openHookQueue, type HookQueue} from './hookQueue.ts'
import {HOOK_TABLES, openHooks, type HookStore} from './hooks.ts'
import {openTokens, TOKEN_COLUMNS, TOKEN_TABLE, type Tokens} from './tokens.ts'

/** Raised when the tables change; a file with a higher number was written by a newer version. */
export const CATALOGUE_FORMAT = 1

const KEY_VALUES = `
  CREATE TABLE IF NOT EXISTS keyvalues (
    user TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user, key)
  ) STRICT, WITHOUT ROWID;
`
const DATASETS = `
  CREATE TABLE datasets (
    name TEXT PRIMARY KEY,
    acl TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`
/** What leads from nothing, or from the first version's file, which had no number, to format 1. */
const TABLES = `${TOKEN_TABLE} ${KEY_VALUES} ${TOKEN_COLUMNS} ${DATASETS} ${HOOK_TABLES}`

const ADOPTION = `
  BEGIN;
  INSERT OR REPLACE INTO main.keyvalues SELECT * FROM other.keyvalues;
  INSERT OR REPLACE INTO main.datasets SELECT * FROM other.datasets;
  INSERT OR REPLACE INTO main.hooks SELECT * FROM other.hooks;
  INSERT OR IGNORE INTO main.tokens SELECT * FROM other.tokens WHERE id IS NOT NULL;
  COMMIT;
`

/** Who reads a dataset without a token: anybody what is published, or nobody anything. */
export type AclMode = 'public' | 'private'

/** What a lake keeps beside its datasets. */
export interface Catalogue {
  tokens: Tokens
  hooks: HookStore
  /** What they have not got yet. No other catalogue's is taken over. */
  hookQueue: HookQueue
  /** Datasets of which nothing else is known are public. */
  aclMode(dataset: string): AclMode
  setAclMode(dataset: string, mode: AclMode): void
  /** What Studio remembers for a user. */
  values(user: User, keys: readonly string[]): {key: string; value: unknown}[]
  setValue(user: User, key: string, value: unknown): void
  /** Whether there was something to delete. */
  deleteValue(user: User, key: string): boolean
  /** Removes what was remembered for anybody, such as a recent search, if it is about something to forget. */
  forget(isForgotten: (value: string) => boolean): void
  /** What SQLite finds wrong with the file; `[]` when it is sound. */
  faults(): string[]
  /** Writes a copy to a new file. */
  copyTo(file: string): void
  /**
   * Takes over what another catalogue remembers for users, how its datasets are read, its hooks, and
   * those of its tokens that are not known here: one that was revoked stays revoked.
   */
  adopt(file: string): void
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
    database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; BEGIN EXCLUSIVE')
    createTables(database)
    database.exec('COMMIT')
  } catch (error) {
    database.close()
    if (error instanceof Error && /locked|busy/.test(error.message)) throw new CatalogueInUse()
    throw error
  }
  const sql = {
    acl: database.prepare('SELECT acl FROM datasets WHERE name = ?'),
    setAcl: database.prepare('INSERT OR REPLACE INTO datasets (name, acl) VALUES (?, ?)'),
    value: database.prepare('SELECT value FROM keyvalues WHERE user = ? AND key = ?'),
    allValues: database.prepare('SELECT user, key, value FROM keyvalues'),
    allAttempts: database.prepare('SELECT seq, content FROM attempts'),
    deleteAttempt: database.prepare('DELETE FROM attempts WHERE seq = ?'),
    setValue: database.prepare(
      'INSERT OR REPLACE INTO keyvalues (user, key, value) VALUES (?, ?, ?)',
    ),
    deleteValue: database.prepare('DELETE FROM keyvalues WHERE user = ? AND key = ?'),
    copyTo: database.prepare('VACUUM INTO ?'),
  }
  const hookQueue = openHookQueue(database)
  /** Asked for each document that somebody without a token may see; nobody else writes the file. */
  const aclModes = new Map<string, AclMode>()

  function aclMode(name: string): AclMode {
    const known = aclModes.get(name)
    if (known) return known
    const mode = sql.acl.get(name)?.['acl'] === 'private' ? 'private' : 'public'
    aclModes.set(name, mode)
    return mode
  }

  return {
    tokens: openTokens(database),
    hooks: openHooks(database),
    hookQueue,
    aclMode,
    setAclMode: (name, mode) => {
      sql.setAcl.run(name, mode)
      aclModes.delete(name)
    },
    values: (user, keys) =>
      keys.map((key) => {
        const row = sql.value.get(user.id, key)
        return {key, value: row ? JSON.parse(String(row['value'])) : null}
      }),
    setValue: (user, key, value) => sql.setValue.run(user.id, key, JSON.stringify(value ?? null)),
    deleteValue: (user, key) => sql.deleteValue.run(user.id, key).changes > 0,
    forget: (isForgotten) => {
      for (const {user, key, value} of sql.allValues.all()) {
        if (isForgotten(String(value))) sql.deleteValue.run(String(user), String(key))
      }
      for (const {seq, content} of sql.allAttempts.all()) {
        if (isForgotten(String(content))) sql.deleteAttempt.run(Number(seq))
      }
      hookQueue.forget(isForgotten)
      database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
    },
    faults: () => faultsOf(database),
    copyTo: (file) => {
      sql.copyTo.run(file)
    },
    adopt: (file) => {
      // An older file is brought up to date first.
      openCatalogue(file).close()
      database.prepare('ATTACH ? AS other').run(file)
      try {
        database.exec(ADOPTION)
      } finally {
        database.exec('DETACH other')
        aclModes.clear()
      }
    },
    close: () => database.close(),
  }
}

function createTables(database: DatabaseSync): void {
  const format = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  if (format > CATALOGUE_FORMAT) {
    throw new Error(
      `a newer version of storygraph wrote it (format ${format}, this one reads ${CATALOGUE_FORMAT})`,
    )
  }
  if (format === 0) database.exec(`${TABLES} PRAGMA user_version = ${CATALOGUE_FORMAT}`)
}
