import {Hono} from 'hono'

import type {Env, LakeContext, LakeRequest} from './context.ts'
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
    const line = isPacking(context) ? packedLine : (stored: string) => stored
    let sent = 0
    const body = new ReadableStream<string>({
      pull: (controller) => {
        const next = lines.slice(sent, sent + LINES)
        sent += next.length
        if (next.length > 0) controller.enqueue(next.map((stored) => `${line(stored)}\n`).join(''))
        if (sent === lines.length) controller.close()
      },
    })
    return context.body(body.pipeThrough(new TextEncoderStream()), 200, {
      'content-type': 'application/x-ndjson',
    })
  })
}

/** `@sanity/export` fetches the files of assets too and keeps the rest of their documents beside them. */
function isPacking(context: LakeRequest): boolean {
  return context.req.header('user-agent')?.startsWith('@sanity/export@') ?? false
}

const ASSET_TYPES: readonly unknown[] = ['sanity.imageAsset', 'sanity.fileAsset']

/**
 * In an archive the document of an asset is what an import can bring back: the file is uploaded anew,
 * so when that was done before does not come along, and what people added may come in another order.
 */
function packedLine(line: string): string {
  if (!/"sanity\.(?:image|file)Asset"/.test(line)) return line
  const document: Record<string, unknown> = JSON.parse(line)
  if (!ASSET_TYPES.includes(document['_type'])) return line
  const {_rev, _createdAt, _updatedAt, ...content} = document
  const fields = Object.entries(content).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify(Object.fromEntries(fields))
}
