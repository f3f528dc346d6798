import {Hono} from 'hono'

import type {Env, LakeContext} from './context.ts'
import {datasetName, flag} from './input.ts'

/** `/data/doc`: documents by id, as they are stored. */
export function documentRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().get('/data/doc/:dataset/:ids', (context) => {
    const dataset = lake.dataset(datasetName(context))
    const user = context.get('user')
    const ids = context.req.param('ids').split(',')
    if (flag(context.req.query(), 'includeAllVersions')) {
      const documents = ids.flatMap((id) => dataset.versions(id, user))
      return context.json({documents, omitted: []})
    }
    return context.json(dataset.documents(ids, user))
  })
}
