import {Hono} from 'hono'

import type {Env, LakeContext} from './context.ts'
import {datasetName} from './input.ts'

/** Lines are sent this many at a time, as fast as they are read. */
const LINES = 500

/**
 * `/data/export`: every document that the caller may read, drafts and versions included, one line of
 * JSON each, in the order of their ids and as they were at one moment. All come in one answer: to
 * whoever asks for pages the first is the last.
 */
export function exportRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>().get('/data/export/:dataset', (context) => {
    const types = context.req.query('types')
    const wanted = types ? new Set(types.split(',')) : undefined
    const lines = lake.dataset(datasetName(context)).exported(context.get('user'), wanted)
    let sent = 0
    const body = new ReadableStream<string>({
      pull: (controller) => {
        const next = lines.slice(sent, sent + LINES)
        sent += next.length
        if (next.length > 0) controller.enqueue(next.map((line) => `${line}\n`).join(''))
        if (sent === lines.length) controller.close()
      },
    })
    return context.body(body.pipeThrough(new TextEncoderStream()), 200, {
      'content-type': 'application/x-ndjson',
    })
  })
}
