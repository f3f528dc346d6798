import type {SanityDocument} from '@sanity/client'
import {Hono} from 'hono'
import {z} from 'zod'

import {requireWriter, type User} from '../access.ts'
import type {AssetFiles, Incoming} from '../assets/assetFiles.ts'
import {defaultParts, metadataParts, type MetadataPart} from '../assets/imageMetadata.ts'
import {inTurn} from '../assets/inTurn.ts'
import {takeFile, takeImage, type AssetDescription, type AssetStub} from '../assets/takeAsset.ts'
import type {Dataset} from '../dataset.ts'
import {httpError} from '../errors.ts'
import type {Env, LakeContext, LakeRequest} from './context.ts'
import {datasetName, isImport} from './input.ts'

const MAXIMUM_IMAGE = 64_000_000
const MAXIMUM_FILE = 512_000_000

const text = z.string().max(2_000).optional()
const parameters = z.object({
  filename: z.string().max(255).optional(),
  label: text,
  title: text,
  description: z.string().max(10_000).optional(),
  creditLine: text,
  sourceId: text,
  sourceName: text,
  sourceUrl: text,
})

type Take = (
  files: AssetFiles,
  incoming: Incoming,
  description: AssetDescription,
) => Promise<AssetStub>

/** `/assets`: what is sent becomes a file and the document that describes it; the same twice is one. */
export function assetRoutes(lake: LakeContext): Hono<Env> {
  const decode = inTurn()

  async function upload(context: LakeRequest, limit: number, take: Take): Promise<Response> {
    const name = datasetName(context)
    const dataset = lake.dataset(name)
    const user = requireWriter(context.get('user'))
    const description = describe(context)
    const incoming = await dataset.assets.receive(context.req.raw.body ?? [], limit)
    try {
      const {path, ...fields} = await take(dataset.assets, incoming, description)
      const folder = fields._id.startsWith('image-') ? 'images' : 'files'
      const place = `${folder}/${lake.projectId}/${name}/${path}`
      const url = `${lake.address() ?? new URL(context.req.url).origin}/${place}`
      const document = {...fields, path: place, url}
      const stored = store(dataset, document, {user, imported: isImport(context.req.query())})
      return context.json({document: stored})
    } finally {
      await incoming.discard()
    }
  }

  return new Hono<Env>()
    .post('/assets/images/:dataset', (context) =>
      upload(context, MAXIMUM_IMAGE, (...asset) => decode(() => takeImage(...asset))),
    )
    .post('/assets/files/:dataset', (context) => upload(context, MAXIMUM_FILE, takeFile))
}

/** A file does not stay without its document, as when that has been erased and may not come back. */
function store(
  dataset: Dataset,
  document: AssetStub,
  options: {user: User; imported: boolean},
): SanityDocument {
  try {
    dataset.mutate([{createIfNotExists: document}], options)
  } finally {
    if (!dataset.has(document._id)) dataset.assets.remove(document._id)
  }
  const [stored] = dataset.documents([document._id], options.user).documents
  if (stored) return stored
  throw httpError(409, `"${document._id}" was erased: it cannot come back.`)
}

function describe(context: LakeRequest): AssetDescription {
  const parsed = parameters.safeParse(context.req.query())
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw httpError(400, `The parameter "${issue?.path.join('.')}": ${issue?.message}.`)
  }
  const {filename, sourceId, sourceName, sourceUrl, ...fields} = parsed.data
  const source = sourceId !== undefined && {
    source: {_type: 'sanity.assetSourceData', id: sourceId, name: sourceName, url: sourceUrl},
  }
  return {
    filename,
    contentType: context.req.header('content-type'),
    fields: {...fields, ...source},
    parts: new Set(partsAsked(context.req.queries('meta'))),
  }
}

/** A browser sends one list with commas, Node a parameter for each part. `none` stands for nothing. */
function partsAsked(meta: readonly string[] | undefined): readonly MetadataPart[] {
  if (meta === undefined) return defaultParts
  const names = meta.flatMap((list) => list.split(',')).filter((name) => name !== 'none')
  return names.flatMap((name) => {
    const part = metadataParts.find((known) => known === name)
    if (part) return [part]
    // Known to the hosted service and not computed here.
    if (name === 'thumbhash') return []
    throw httpError(
      400,
      `The parameter "meta": "${name}" is none of ${metadataParts.join(', ')} and none.`,
    )
  })
}
