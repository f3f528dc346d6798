import {createHash, createHmac} from 'node:crypto'

import {mayRead, type User} from '../access.ts'
import {layerOf} from '../documentId.ts'
import type {Message} from '../store/hookQueue.ts'
import type {Change, Transaction} from '../transaction.ts'
import {prepareDelta, type Delta} from './deltaQuery.ts'
import type {Hook, HookSettings} from './hook.ts'

/** Whose eyes a hook has: what goes to another machine is never confidential. */
const READER: User = {id: 'hook', name: 'Hook', role: 'viewer'}

/** Throws a 400 when a hook's filter or projection cannot be used. */
export function checkRule({rule}: HookSettings): void {
  prepareRule(rule)
}

/** What a hook has to tell of a change; `undefined` when it does not concern the hook. */
export async function messageFor(
  hook: Hook,
  transaction: Transaction,
  change: Change,
  where: Omit<Delta, 'before' | 'after'>,
): Promise<Message | undefined> {
  const {documentId, before, after} = change
  const operation = before === undefined ? 'create' : after === undefined ? 'delete' : 'update'
  if (!hook.rule.on.includes(operation) || !isWatched(hook, documentId)) return undefined
  const {filter, projection} = prepareRule(hook.rule)
  const find = (id: string) => (mayRead(READER, id) ? where.find(id) : undefined)
  const delta = {...where, find, before, after}
  if ((await filter(delta)) !== true) return undefined
  const id = idFor([hook.id, where.dataset, transaction.id, documentId])
  return {
    id,
    hookId: hook.id,
    body: JSON.stringify((await projection(delta)) ?? null),
    headers: {
      'content-type': 'application/json',
      ...hook.headers,
      'idempotency-key': id,
      'sanity-project-id': where.projectId,
      'sanity-dataset': where.dataset,
      'sanity-document-id': documentId,
      'sanity-operation': operation,
      'sanity-transaction-id': transaction.id,
      'sanity-transaction-time': transaction.timestamp,
      'sanity-webhook-id': hook.id,
    },
  }
}

/** The header by which the receiver knows that a message is from here, and from when. */
export function signatureOf(body: string, secret: string, time: number): string {
  const hash = createHmac('sha256', secret).update(`${time}.${body}`).digest('base64url')
  return `t=${time},v1=${hash}`
}

/** Looks like a random UUID, as receivers expect it, and is the same for the same parts. */
function idFor(parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

function prepareRule({filter, projection}: Hook['rule']) {
  return {
    filter: prepareDelta('The filter', filter?.trim() || 'true'),
    projection: prepareDelta('The projection', projection?.trim() || '{...}'),
  }
}

function isWatched({includeDrafts, includeAllVersions}: Hook, id: string): boolean {
  if (!mayRead(READER, id)) return false
  const layer = layerOf(id)
  return layer === 'published' || includeAllVersions || (layer === 'drafts' && includeDrafts)
}
