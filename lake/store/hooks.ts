import type {DatabaseSync} from 'node:sqlite'

import {hook, type Attempt, type Hook} from '../hooks/hook.ts'

/** The webhooks of a project and what became of their deliveries. */
export interface HookStore {
  list(): Hook[]
  put(hook: Hook): void
  /** Whether there was such a hook; its log goes with it. */
  remove(id: string): boolean
  /** Notes a delivery, and drops what is older than the last few hundred of its hook. */
  log(attempt: Attempt): void
  /** What was noted of a hook, newest first. */
  attempts(hookId: string): Attempt[]
}

export const HOOK_TABLES = `
  CREATE TABLE hooks (
    id TEXT PRIMARY KEY,
    content TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE attempts (
    seq INTEGER PRIMARY KEY,
    hook TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX attempts_by_hook ON attempts (hook, seq);
`

const KEPT_ATTEMPTS = 200

/** The hooks in a catalogue's database. */
export function openHooks(database: DatabaseSync): HookStore {
  const sql = {
    list: database.prepare('SELECT content FROM hooks ORDER BY id'),
    put: database.prepare('INSERT OR REPLACE INTO hooks (id, content) VALUES (?, ?)'),
    remove: database.prepare('DELETE FROM hooks WHERE id = ?'),
    removeLog: database.prepare('DELETE FROM attempts WHERE hook = ?'),
    log: database.prepare('INSERT INTO attempts (hook, content) VALUES (?, ?)'),
    trim: database.prepare(
      `DELETE FROM attempts WHERE hook = ?1 AND seq NOT IN
       (SELECT seq FROM attempts WHERE hook = ?1 ORDER BY seq DESC LIMIT ${KEPT_ATTEMPTS})`,
    ),
    attempts: database.prepare('SELECT content FROM attempts WHERE hook = ? ORDER BY seq DESC'),
  }
  return {
    list: () => sql.list.all().map(({content}) => hook.parse(JSON.parse(String(content)))),
    put: (hook) => {
      sql.put.run(hook.id, JSON.stringify(hook))
    },
    remove: (id) => {
      sql.removeLog.run(id)
      return sql.remove.run(id).changes > 0
    },
    log: (attempt) => {
      sql.log.run(attempt.hookId, JSON.stringify(attempt))
      sql.trim.run(attempt.hookId)
    },
    attempts: (hookId) =>
      sql.attempts.all(hookId).map(({content}): Attempt => JSON.parse(String(content))),
  }
}
