import {Hono} from 'hono'

import {grantsOf} from '../groups.ts'
import type {Env, LakeContext} from './context.ts'
import {requireProject, requireUser} from './user.ts'

/** A lake sells nothing: no number of releases is too many. */
const UNLIMITED_RELEASES = {
  orgActiveReleaseLimit: null,
  orgActiveReleaseCount: 0,
  orgMeteredActiveReleaseCount: 0,
  datasetReleaseLimit: 1_000_000,
}

/** `/projects`: the one project of a lake and what the user may do in its datasets. */
export function projectRoutes(lake: LakeContext): Hono<Env> {
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
      requireProject(context, lake.projectId)
      requireUser(context)
      const members = lake.catalogue.tokens.people().map(({id, role}) => ({
        id,
        isCurrentUser: id === context.get('user')?.id,
        isRobot: false,
        roles: [{name: role, title: role}],
      }))
      return context.json({
        id: lake.projectId,
        displayName: lake.projectId,
        studioHost: null,
        organizationId: null,
        metadata: {},
        members,
        features: [],
      })
    })
    .get('/projects/:project/datasets/:dataset/acl', (context) => {
      requireProject(context, lake.projectId)
      lake.dataset(context.req.param('dataset'))
      const {role} = requireUser(context)
      return context.json(grantsOf(role))
    })
    .get('/projects/:project/new-content-release-allowed', (context) => {
      requireProject(context, lake.projectId)
      return context.json({data: UNLIMITED_RELEASES})
    })
    .get('/projects/:project/grants', (context) => context.json({}))
    .get('/projects/:project/user-applications', (context) => context.json(studios))
}
