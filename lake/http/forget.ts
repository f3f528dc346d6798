import {Hono} from 'hono'
import {z} from 'zod'

import {commentsDatasetOf, forgetInComments} from '../comments.ts'
import {isDocumentId, publishedIdOf} from '../documentId.ts'
import {inJson} from '../inJson.ts'
import type {Env, LakeContext} from './context.ts'
import {datasetName, readBody} from './input.ts'

const body = z.strictObject({
  ids: z.array(z.string().refine(isDocumentId, 'is not a document id')).default([]),
  words: z.array(z.string().min(1)).default([]),
})

/**
 * `POST /data/history/{dataset}/forget`, which only this lake has: for when a name must go. The log
 * of the documents in `ids` is removed, what comments and tasks say of them, and whatever has one of
 * the `words` in it of what was remembered for users or answered to webhooks. The answer lists the
 * documents in which a word still stands.
 */
export function forgetRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().post('/data/history/:dataset/forget', async (context) => {
    const dataset = lake.dataset(datasetName(context))
    const {ids, words} = await readBody(context, body)
    const user = context.get('user')
    const remaining = dataset.forget(ids, words, user)
    const comments = lake.datasets.find(commentsDatasetOf(dataset.name))
    if (comments) {
      const isThere = (id: string): boolean => dataset.versions(publishedIdOf(id), user).length > 0
      const {true: changed = [], false: gone = []} = Object.groupBy(ids, (id) => `${isThere(id)}`)
      forgetInComments(comments, {gone, changed, words}, user)
    }
    lake.hooks.forget(words)
    lake.catalogue.forget((json) => words.some((word) => json.includes(inJson(word))))
    return context.json({remaining})
  })
}
