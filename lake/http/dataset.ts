import {Hono} from 'hono'
import {z} from 'zod'

import {mayWrite} from '../access.ts'
import {commentsDatasetOf, isCommentsDataset} from '../comments.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {datasetName, readBody} from './input.ts'
import {requireAdministrator, requireProject, requireUser} from './user.ts'

const settings = z.looseObject({aclMode: z.enum(['public', 'private']).optional()}).prefault({})

/** `/datasets`, also below `/projects/{id}`: which there are, and how they are made and read. */
export function datasetRoutes(lake: LakeContext): Hono<Env> {
  const list = (context: LakeRequest): Response => {
    requireProject(context, lake.projectId)
    const sees = mayWrite(requireUser(context))
    const commented = context.req.query('addonFor')
    const listed = lake.datasets
      .list()
      .filter(({name}) =>
        commented === undefined
          ? sees || !isCommentsDataset(name)
          : sees && name === commentsDatasetOf(commented),
      )
    return context.json(listed)
  }
  const create = async (context: LakeRequest): Promise<Response> => {
    const datasetName = administered(context)
    const {aclMode = isCommentsDataset(datasetName) ? 'private' : 'public'} = await readBody(
      context,
      settings,
    )
    lake.datasets.create(datasetName, aclMode)
    return context.json({datasetName, aclMode})
  }
  const edit = async (context: LakeRequest): Promise<Response> => {
    const datasetName = administered(context)
    const {aclMode} = await readBody(context, settings)
    if (aclMode) lake.datasets.setMode(datasetName, aclMode)
    return context.json({datasetName, aclMode: lake.datasets.mode(datasetName)})
  }
  const remove = (context: LakeRequest): Response => {
    lake.datasets.remove(administered(context))
    return context.json({deleted: true})
  }
  const administered = (context: LakeRequest): string => {
    requireProject(context, lake.projectId)
    requireAdministrator(context)
    return datasetName(context)
  }

  const app = new Hono<Env>()
  for (const root of ['', '/projects/:project']) {
    app
      .get(`${root}/datasets`, list)
      .put(`${root}/datasets/:dataset`, create)
      .patch(`${root}/datasets/:dataset`, edit)
      .delete(`${root}/datasets/:dataset`, remove)
  }
  return app
}
