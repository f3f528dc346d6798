import {Hono} from 'hono'
import {z} from 'zod'

import type {Env, LakeContext} from './context.ts'
import {datasetName, readBody} from './input.ts'

const body = z.strictObject({
  ids: z.array(z.string()).default([]),
  words: z.array(z.string().min(1)).default([]),
})

/**
 * `POST /data/history/{dataset}/forget`, which only this lake has: for when a name must go. The log
 * of the documents in `ids` is removed, and what was remembered for users with one of the `words`
 * in it. The answer lists the documents in which a word still stands.
 */
export function forgetRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().post('/data/history/:dataset/forget', async (context) => {
    const dataset = lake.dataset(datasetName(context))
    const {ids, words} = await readBody(context, body)
    const remaining = dataset.forget(ids, words, context.get('user'))
    lake.catalogue.forget((value) =>
      words.some((word) => value.includes(JSON.stringify(word).slice(1, -1))),
    )
    return context.json({remaining})
  })
}
