import {Hono} from 'hono'

import {httpError} from '../errors.ts'
import type {Env, LakeContext} from './context.ts'
import {requireUser} from './user.ts'

const READ = ['read', 'history']
const WRITE = [...READ, 'update', 'create', 'editHistory', 'manage']

/** A lake sells nothing: no number of releases is too many. */
const UNLIMITED_RELEASES = {
  orgActiveReleaseLimit: null,
  orgActiveReleaseCount: 0,
  orgMeteredActiveReleaseCount: 0,
  datasetReleaseLimit: 1_000_000,
}

/** `/projects`: the one project of a lake, its datasets and what the user may do in them. */
export function projectRoutes(lake: LakeContext): Hono<Env> {
  function requireProject(id: string): void {
    if (id !== lake.projectId) throw httpError(404, `Project "${id}" not found.`)
  }

  // Without its own address among them, Studio asks to be registered with the hosted service.
  const studios = lake.studioOrigins.map((origin) => ({
    id: origin,
    type: 'studio',
    projectId: lake.projectId,
    urlType: 'external',
    appHost: origin,
  }))

  return new Hono<Env>()
    .get('/projects/:project', (context) => {
      requireProject(context.req.param('project'))
      const {id, role} = requireUser(context)
      const roles = [{name: role, title: role}]
      return context.json({
        id: lake.projectId,
        displayName: lake.projectId,
        studioHost: null,
        organizationId: null,
        metadata: {},
        members: [{id, isCurrentUser: true, isRobot: false, roles}],
        features: [],
      })
    })
    .get('/projects/:project/datasets', (context) => {
      requireProject(context.req.param('project'))
      requireUser(context)
      // Add-on datasets, for comments and tasks, do not exist here.
      const addOn = context.req.query('addonFor') !== undefined
      const names = addOn ? [] : lake.datasetNames()
      return context.json(names.map((name) => ({name, aclMode: 'public'})))
    })
    .get('/projects/:project/datasets/:dataset/acl', (context) => {
      requireProject(context.req.param('project'))
      lake.dataset(context.req.param('dataset'))
      const {role} = requireUser(context)
      const permissions = role === 'viewer' ? READ : WRITE
      return context.json([{filter: '_id in path("**")', permissions}])
    })
    .get('/projects/:project/new-content-release-allowed', (context) => {
      requireProject(context.req.param('project'))
      return context.json({data: UNLIMITED_RELEASES})
    })
    .get('/projects/:project/grants', (context) => context.json({}))
    .get('/projects/:project/user-applications', (context) => context.json(studios))
}
