import type {DatabaseSync} from 'node:sqlite'

import {z} from 'zod'

/** What is sent to a hook because of one change to one document. */
export interface Message {
  /** The same whenever it is made from the same change: whoever gets it twice knows it by that. */
  id: string
  hookId: string
  body: string
  headers: Record<string, string>
}

/** A message that waits, and how many attempts to deliver it have failed. */
export interface WaitingMessage extends Message {
  attempts: number
}

/** The messages that hooks have not got yet; they outlive the process. */
export interface HookQueue {
  /**
   * Lets messages wait, in this order, and notes how far each dataset has been made into messages. One
   * that waits already does not wait twice.
   */
  add(messages: readonly Message[], positions: ReadonlyMap<string, string>): void
  /** The one that a hook has to get next. */
  next(hookId: string): WaitingMessage | undefined
  /** Whether it still waits: it may have been forgotten. */
  has(messageId: string): boolean
  noteAttempt(messageId: string): void
  remove(messageId: string): void
  /** Drops all that waits for a hook. */
  clear(hookId: string): void
  /** The hooks for which something waits. */
  hookIds(): string[]
  /** How far a dataset was told of; `undefined` when that was never noted. */
  position(dataset: string): string | undefined
  forget(isForgotten: (body: string) => boolean): void
}

/** Tables that a later version added and an earlier one does not look at. */
const QUEUE_TABLES = `
  CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    hook TEXT NOT NULL,
    body TEXT NOT NULL,
    headers TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS messages_by_hook ON messages (hook, seq);
  CREATE TABLE IF NOT EXISTS hook_positions (
    dataset TEXT PRIMARY KEY,
    position TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`

/** Of a receiver that stays away, no more than this waits for each hook. */
const MAXIMUM_WAITING = 1000

const storedHeaders = z.record(z.string(), z.string())

/** The queue in a catalogue's database. */
export function openHookQueue(database: DatabaseSync): HookQueue {
  database.exec(QUEUE_TABLES)
  const sql = {
    add: database.prepare(
      'INSERT OR IGNORE INTO messages (id, hook, body, headers) VALUES (?, ?, ?, ?)',
    ),
    trim: database.prepare(
      `DELETE FROM messages WHERE hook = ?1 AND seq <=
       (SELECT seq FROM messages WHERE hook = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ${MAXIMUM_WAITING})`,
    ),
    next: database.prepare('SELECT * FROM messages WHERE hook = ? ORDER BY seq LIMIT 1'),
    has: database.prepare('SELECT 1 FROM messages WHERE id = ?'),
    noteAttempt: database.prepare('UPDATE messages SET attempts = attempts + 1 WHERE id = ?'),
    remove: database.prepare('DELETE FROM messages WHERE id = ?'),
    clear: database.prepare('DELETE FROM messages WHERE hook = ?'),
    hookIds: database.prepare('SELECT DISTINCT hook FROM messages ORDER BY hook'),
    bodies: database.prepare('SELECT id, body FROM messages'),
    position: database.prepare('SELECT position FROM hook_positions WHERE dataset = ?'),
    setPosition: database.prepare(
      'INSERT OR REPLACE INTO hook_positions (dataset, position) VALUES (?, ?)',
    ),
  }
  return {
    add: (messages, positions) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const {id, hookId, body, headers} of messages) {
          sql.add.run(id, hookId, body, JSON.stringify(headers))
          sql.trim.run(hookId)
        }
        for (const [dataset, position] of positions) sql.setPosition.run(dataset, position)
        database.exec('COMMIT')
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    next: (hookId) => {
      const row = sql.next.get(hookId)
      return (
        row && {
          id: String(row['id']),
          hookId,
          body: String(row['body']),
          headers: storedHeaders.parse(JSON.parse(String(row['headers']))),
          attempts: Number(row['attempts']),
        }
      )
    },
    has: (messageId) => sql.has.get(messageId) !== undefined,
    noteAttempt: (messageId) => {
      sql.noteAttempt.run(messageId)
    },
    remove: (messageId) => {
      sql.remove.run(messageId)
    },
    clear: (hookId) => {
      sql.clear.run(hookId)
    },
    hookIds: () => sql.hookIds.all().map(({hook}) => String(hook)),
    position: (dataset) => {
      const row = sql.position.get(dataset)
      return row && String(row['position'])
    },
    forget: (isForgotten) => {
      for (const {id, body} of sql.bodies.all()) {
        if (isForgotten(String(body))) sql.remove.run(String(id))
      }
    },
  }
}
