import {randomUUID} from 'node:crypto'

import {Hono} from 'hono'

import {httpError} from '../errors.ts'
import {hookSettings, type Attempt, type Hook} from '../hooks/hook.ts'
import {checkRule} from '../hooks/message.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {readBody} from './input.ts'
import {requireAdministrator, requireProject} from './user.ts'

const HOOKS = '/hooks/projects/:project'

/** `/hooks`: webhooks, for administrators. A secret is not shown again. */
export function hookRoutes(lake: LakeContext): Hono<Env> {
  const {hooks} = lake.catalogue
  const check = (context: LakeRequest): void => {
    requireProject(context, lake.projectId)
    requireAdministrator(context)
  }
  const find = (context: LakeRequest): Hook => {
    check(context)
    const found = hooks.list().find(({id}) => id === context.req.param('id'))
    if (found) return found
    throw httpError(404, 'There is no such webhook.')
  }
  const save = (hook: Hook): object => {
    checkRule(hook)
    if (hook.dataset !== '*') lake.dataset(hook.dataset)
    lake.hooks.settle()
    hooks.put(hook)
    return describe(hook, lake.projectId)
  }

  return new Hono<Env>()
    .get(HOOKS, (context) => {
      check(context)
      return context.json(hooks.list().map((hook) => describe(hook, lake.projectId)))
    })
    .post(HOOKS, async (context) => {
      check(context)
      const settings = await readBody(context, hookSettings)
      const now = new Date().toISOString()
      return context.json(
        save({...settings, id: randomUUID(), createdAt: now, updatedAt: now}),
        201,
      )
    })
    .get(`${HOOKS}/:id`, (context) => context.json(describe(find(context), lake.projectId)))
    .patch(`${HOOKS}/:id`, async (context) => {
      const hook = find(context)
      const changes = await readBody(context, hookSettings.partial())
      const given = Object.keys(await context.req.json())
      const changed = Object.entries(changes).filter(([name]) => given.includes(name))
      const updatedAt = new Date().toISOString()
      return context.json(save({...hook, ...Object.fromEntries(changed), updatedAt}))
    })
    .delete(`${HOOKS}/:id`, (context) => {
      const {id} = find(context)
      hooks.remove(id)
      lake.catalogue.hookQueue.clear(id)
      return context.body(null, 204)
    })
    .get(`${HOOKS}/:id/attempts`, (context) => context.json(hooks.attempts(find(context).id)))
    .get(`${HOOKS}/:id/messages`, (context) => {
      const attempts = hooks.attempts(find(context).id)
      const messages = Map.groupBy(attempts, ({messageId}) => messageId)
      return context.json([...messages].map(([id, tries]) => describeMessage(id, tries)))
    })
}

function describe({secret, ...hook}: Hook, projectId: string): object {
  return {...hook, projectId, hasSecret: secret !== null, isDisabledByUser: hook.isDisabled}
}

/** A message by its attempts, newest first. */
function describeMessage(id: string, attempts: readonly Attempt[]): object {
  const [last] = attempts
  return {
    id,
    hookId: last?.hookId,
    createdAt: attempts.at(-1)?.createdAt,
    status: last?.isFailure ? 'failure' : 'success',
    resultCode: last?.resultCode,
    failureCount: attempts.filter(({isFailure}) => isFailure).length,
  }
}
