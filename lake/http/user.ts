import {Hono} from 'hono'
import {z} from 'zod'

import type {User} from '../access.ts'
import {httpError} from '../errors.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {readBody} from './input.ts'

const keyValues = z.array(z.strictObject({key: z.string().min(1), value: z.unknown()}))

/** `/users`: who is logged in, and what Studio remembers for them. */
export function userRoutes(lake: LakeContext): Hono<Env> {
  const describe = (id: string) => describeUser(id, lake.catalogue.tokens.nameOf(id) ?? id)
  return new Hono<Env>()
    .get('/users/me', (context) => context.json(describeMe(requireUser(context))))
    .get('/users/me/keyvalue/:keys', (context) => {
      const keys = context.req.param('keys').split(',')
      return context.json(lake.catalogue.values(requireUser(context), keys))
    })
    .put('/users/me/keyvalue', async (context) => {
      const user = requireUser(context)
      const pairs = await readBody(context, keyValues)
      for (const {key, value} of pairs) lake.catalogue.setValue(user, key, value)
      return context.json(pairs)
    })
    .delete('/users/me/keyvalue/:key', (context) => {
      const deleted = lake.catalogue.deleteValue(requireUser(context), context.req.param('key'))
      if (!deleted) throw httpError(404, 'There is no value under this key.')
      return context.body(null, 204)
    })
    .get('/users/:ids', (context) => {
      requireUser(context)
      const users = context.req.param('ids').split(',').map(describe)
      return context.json(users.length === 1 ? users[0] : users)
    })
}

/** The user of a request that needs one; a 401 for anybody else. */
export function requireUser(context: LakeRequest): User {
  const user = context.get('user')
  if (user === null) throw httpError(401, 'This needs a token.')
  return user
}

/** Refuses whoever is not an administrator: a 401 without a token, else a 403. */
export function requireAdministrator(context: LakeRequest): void {
  if (requireUser(context).role === 'administrator') return
  throw httpError(403, 'This is for administrators.')
}

/** Refuses another project than the lake's own, where the address names one. */
export function requireProject(context: LakeRequest, projectId: string): void {
  const id = context.req.param('project') ?? projectId
  if (id !== projectId) throw httpError(404, `Project "${id}" not found.`)
}

function describeMe({id, name, role}: User) {
  const roles = [{name: role, title: name, description: ''}]
  return {id, name, email: '', profileImage: null, role, roles, provider: 'embedded'}
}

/** The lake keeps no register of people: who never had a token here is known by an id alone. */
function describeUser(id: string, displayName: string) {
  return {id, displayName, imageUrl: null, familyName: null, givenName: null}
}
