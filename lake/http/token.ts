import {Hono} from 'hono'
import {z} from 'zod'

import {httpError} from '../errors.ts'
import type {TokenEntry} from '../store/tokens.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {readBody} from './input.ts'
import {requireAdministrator, requireProject} from './user.ts'

const body = z.looseObject({
  label: z.string().trim().min(1, 'is missing'),
  roleName: z.enum(['viewer', 'editor', 'administrator']),
})

/** `/projects/{id}/tokens`: tokens for programs. One is shown when it is made and never again. */
export function tokenRoutes(lake: LakeContext): Hono<Env> {
  const {tokens} = lake.catalogue
  const check = (context: LakeRequest): void => {
    requireProject(context, lake.projectId)
    requireAdministrator(context)
  }
  return new Hono<Env>()
    .get('/projects/:project/tokens', (context) => {
      check(context)
      return context.json(tokens.list().map(describe))
    })
    .post('/projects/:project/tokens', async (context) => {
      check(context)
      const {label, roleName} = await readBody(context, body)
      const {entry, token} = tokens.issue(label, roleName)
      return context.json({...describe(entry), key: token}, 201)
    })
    .delete('/projects/:project/tokens/:id', (context) => {
      check(context)
      if (!tokens.revoke(context.req.param('id'))) throw httpError(404, 'There is no such token.')
      return context.body(null, 204)
    })
}

function describe({id, label, role, createdAt}: TokenEntry) {
  return {id, label, projectUserId: id, createdAt, roles: [{name: role, title: role}]}
}
