import {Hono} from 'hono'

import {requireWriter} from '../access.ts'
import {commentsDatasetOf, isCommentsDataset} from '../comments.ts'
import {httpError} from '../errors.ts'
import type {Env, LakeContext} from './context.ts'
import {datasetName} from './input.ts'

/** `POST /comments/{dataset}/setup`: makes the place for comments and tasks, if it is not there yet. */
export function commentsRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().post('/comments/:dataset/setup', (context) => {
    requireWriter(context.get('user'))
    const {name} = lake.dataset(datasetName(context))
    if (isCommentsDataset(name)) throw httpError(400, 'There are no comments on comments.')
    const comments = commentsDatasetOf(name)
    if (!lake.datasets.find(comments)) lake.datasets.create(comments, 'private')
    return context.json({datasetName: comments})
  })
}
