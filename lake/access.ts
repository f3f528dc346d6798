import {isDocumentId, publishedIdOf} from './documentId.ts'
import {httpError, permissionError} from './errors.ts'

/** What a token allows, from least to most. */
export type Role = 'viewer' | 'editor' | 'administrator'

/** Who is asking. `null` stands for a request without a token. */
export interface User {
  id: string
  name: string
  role: Role
}

/** Documents below these roots hold desk notes, protected sources and what a seed remembers: for editors only. */
const CONFIDENTIAL_ROOTS = new Set(['desk', 'protected', 'seed'])

/**
 * The one rule on who may see a document by its id; perspectives are a separate matter.
 *
 * Without a token: published documents whose id has no dot. Viewers: everything but what lies under
 * a confidential root, in any version. Editors and administrators: everything.
 */
export function mayRead(user: User | null, id: string): boolean {
  if (user === null) return !id.includes('.')
  if (user.role !== 'viewer') return true
  if (!isDocumentId(id)) return false
  const [root, ...rest] = publishedIdOf(id).split('.')
  return rest.length === 0 || !CONFIDENTIAL_ROOTS.has(root ?? '')
}

/** Whether this is a protected source's record, or a draft or version of one: who reads it is noted. */
export function isProtected(id: string): boolean {
  return publishedIdOf(id).startsWith('protected.')
}

/** Whether this user may change documents at all. */
export function mayWrite(user: User): boolean {
  return user.role !== 'viewer'
}

/** The user of a request that changes something; a 401 or 403 for anybody else. */
export function requireWriter(user: User | null): User {
  if (user === null) {
    throw httpError(401, 'Writing needs a token: send it as "Authorization: Bearer …".')
  }
  if (!mayWrite(user)) {
    throw permissionError(`The role "${user.role}" may not change documents.`)
  }
  return user
}

/** Whether this is the name of a role. */
export function isRole(value: unknown): value is Role {
  return value === 'viewer' || value === 'editor' || value === 'administrator'
}
