import {Hono} from 'hono'
import {z} from 'zod'

import type {Env, LakeContext, LakeRequest} from './context.ts'
import {datasetName, readBody} from './input.ts'
import {requireAdministrator, requireProject, requireUser} from './user.ts'

const settings = z.looseObject({aclMode: z.enum(['public', 'private']).optional()}).prefault({})

/** `/datasets`, also below `/projects/{id}`: which there are, and how they are made and read. */
export function datasetRoutes(lake: LakeContext): Hono<Env> {
  const list = (context: LakeRequest): Response => {
    requireProject(context, lake.projectId)
    requireUser(context)
    // Add-on datasets, for comments and tasks, do not exist here.
    const addOn = context.req.query('addonFor') !== undefined
    return context.json(addOn ? [] : lake.datasets.list())
  }
  const create = async (context: LakeRequest): Promise<Response> => {
    const datasetName = administered(context)
    const {aclMode = 'public'} = await readBody(context, settings)
    lake.datasets.create(datasetName, aclMode)
    return context.json({datasetName, aclMode})
  }
  const edit = async (context: LakeRequest): Promise<Response> => {
    const datasetName = administered(context)
    const {aclMode} = await readBody(context, settings)
    if (aclMode) lake.datasets.setMode(datasetName, aclMode)
    return context.json({datasetName, aclMode: lake.catalogue.aclMode(datasetName)})
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
