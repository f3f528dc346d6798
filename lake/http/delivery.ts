import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {readFile, stat} from 'node:fs/promises'

import {Hono} from 'hono'
import {getMimeType} from 'hono/utils/mime'

import {assetIdOf, parseAssetId, type AssetName} from '../assets/assetId.ts'
import {drawImage} from '../assets/drawImage.ts'
import {imageTypes, isImageFormat} from '../assets/imageFormat.ts'
import {inTurn} from '../assets/inTurn.ts'
import {isUntouched, outputFormat, parseTransform} from '../assets/transform.ts'
import {httpError} from '../errors.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {byteRange} from './byteRange.ts'

/** The name of a file says what is in it, so whoever has it never needs to ask again. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** No script and nothing from elsewhere, should a browser open what is delivered as a page of its own. */
const POLICY =
  "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox"

/** What a browser may show in place; everything else is saved. */
const SHOWN = /^(?:image\/|audio\/|video\/|application\/pdf$|text\/plain(?:;|$))/

/**
 * `/images` and `/files`: the files of assets, under the addresses of the hosted service. As there,
 * whoever has an address may read it. Nothing that is delivered can run a script.
 */
export function deliveryRoutes(lake: LakeContext): Hono<Env> {
  const draw = inTurn()

  /** The file that an address names, as long as its asset exists. */
  function find(context: LakeRequest, kind: AssetName['kind']) {
    const {project, dataset = '', file = ''} = context.req.param()
    const assetId = assetIdOf(kind, file)
    const asset = assetId === undefined ? undefined : parseAssetId(assetId)
    if (project === lake.projectId && assetId !== undefined && asset) {
      const found = lake.dataset(dataset)
      const path = found.has(assetId) ? found.assets.find(assetId) : undefined
      if (path !== undefined)
        return {assetId, path, extension: asset.extension, assets: found.assets}
    }
    throw httpError(404, `There is no asset at ${context.req.path}.`)
  }

  async function deliverImage(context: LakeRequest): Promise<Response> {
    const {assetId, path, extension, assets} = find(context, 'image')
    if (!isImageFormat(extension)) throw httpError(404, `There is no asset at ${context.req.path}.`)
    const transform = parseTransform(context.req.query())
    const format = outputFormat(transform, extension, context.req.header('accept') ?? '')
    if (transform.auto) context.header('vary', 'accept, origin')
    // A drawing is drawn by the browser, at any size.
    if (
      extension === 'svg' ||
      (isUntouched(transform) && (!transform.auto || format === extension))
    ) {
      return deliverFile(context, assetId, path, imageTypes[extension])
    }
    const key = createHash('sha1')
      .update(JSON.stringify([transform, format]))
      .digest('hex')
    const etag = `"${assetId}-${key}"`
    if (isKnown(context, etag)) return context.body(null, 304, headers(context, etag))
    const bytes = await assets.variants.get(assetId, `${key}.${format}`, () =>
      draw(async () => drawImage(await readFile(path), transform, format)),
    )
    return context.body(new Uint8Array(bytes), 200, {
      ...headers(context, etag),
      'content-type': imageTypes[format],
    })
  }

  return new Hono<Env>()
    .get('/images/:project/:dataset/:file/:name?', (context) => deliverImage(context))
    .get('/files/:project/:dataset/:file/:name?', (context) => {
      const {assetId, path, extension} = find(context, 'file')
      const type = getMimeType(`file.${extension}`) ?? 'application/octet-stream'
      return deliverFile(context, assetId, path, type)
    })
}

async function deliverFile(
  context: LakeRequest,
  assetId: string,
  path: string,
  type: string,
): Promise<Response> {
  const etag = `"${assetId}"`
  const basic = {...headers(context, etag, type), 'accept-ranges': 'bytes', 'content-type': type}
  if (isKnown(context, etag)) return context.body(null, 304, basic)
  const {size} = await stat(path)
  const range = byteRange(context.req.header('range'), size)
  if (range === 'outside') {
    return context.body(null, 416, {...basic, 'content-range': `bytes */${size}`})
  }
  const {start, end} = range ?? {start: 0, end: size - 1}
  const place = range && {'content-range': `bytes ${start}-${end}/${size}`}
  const all = {...basic, ...place, 'content-length': String(end - start + 1)}
  const status = range ? 206 : 200
  if (context.req.method === 'HEAD') return context.body(null, status, all)
  return context.body(streamOf(path, start, end), status, all)
}

function streamOf(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  const file = createReadStream(path, {start, end})
  const chunks = file.iterator()
  return new ReadableStream({
    pull: async (controller) => {
      const {done, value} = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => void file.destroy(),
  })
}

function headers(context: LakeRequest, etag: string, type = 'image/') {
  const {dl} = context.req.query()
  const name = dl || context.req.param('name')
  const disposition = dl === undefined && SHOWN.test(type) ? 'inline' : 'attachment'
  return {
    etag,
    'cache-control': FOR_EVER,
    // Browsers show no PDF in a sandbox; they have one of their own for it.
    ...(type !== 'application/pdf' && {'content-security-policy': POLICY}),
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'content-disposition': name
      ? `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`
      : disposition,
  }
}

function isKnown(context: LakeRequest, etag: string): boolean {
  return (context.req.header('if-none-match') ?? '').includes(etag)
}
