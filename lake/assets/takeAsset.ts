import {createHash, randomBytes} from 'node:crypto'
import {readFile} from 'node:fs/promises'

import type {SanityDocumentStub} from '@sanity/client'
import {getExtension, getMimeType} from 'hono/utils/mime'

import {httpError, LakeError} from '../errors.ts'
import type {AssetFiles, Incoming} from './assetFiles.ts'
import {parseAssetId} from './assetId.ts'
import {imageMetadata, type MetadataPart} from './imageMetadata.ts'
import {imageTypes, sniffImage} from './imageFormat.ts'
import {stripImage} from './stripImage.ts'

/** What is said of an upload beside its bytes. */
export interface AssetDescription {
  /** Kept as `originalFilename`, and only if it is given. */
  filename?: string | undefined
  contentType?: string | undefined
  /** `label`, `title`, `description`, `creditLine` and `source`, as the document will have them. */
  fields: Readonly<Record<string, unknown>>
  parts: ReadonlySet<MetadataPart>
}

/** An asset document as the lake makes it, but for its address. */
export type AssetStub = SanityDocumentStub & {_id: string; path: string}

/** Makes an image asset of what came in: its notes are taken out, its bytes decide what it is. */
export async function takeImage(
  files: AssetFiles,
  incoming: Incoming,
  {parts, ...description}: AssetDescription,
): Promise<AssetStub> {
  const uploaded = await readFile(incoming.path)
  const extension = sniffImage(uploaded)
  if (extension === undefined) {
    throw httpError(
      400,
      'This is no picture that the lake can read: JPEG, PNG, WebP, GIF, AVIF, TIFF and SVG are.',
    )
  }
  const {bytes, width, height, metadata} = await readable(async () => {
    const bytes = await stripImage(uploaded, extension)
    return {bytes, ...(await imageMetadata(uploaded, bytes, extension, parts))}
  })
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  const _id = `image-${sha1}-${width}x${height}-${extension}`
  await files.keep(_id, incoming, bytes)
  const content = {_id, sha1, size: bytes.length, extension, mimeType: imageTypes[extension]}
  return {...assetFields('sanity.imageAsset', content, description), metadata}
}

/** Makes a file asset of what came in; it is kept as it is. */
export async function takeFile(
  files: AssetFiles,
  incoming: Incoming,
  description: Omit<AssetDescription, 'parts'>,
): Promise<AssetStub> {
  const {sha1, size} = incoming
  if (size === 0) throw httpError(400, 'The file is empty.')
  const extension = extensionOf(description)
  const mimeType = getMimeType(`file.${extension}`)?.split(';')[0] ?? 'application/octet-stream'
  const _id = `file-${sha1}-${extension}`
  await files.keep(_id, incoming)
  return assetFields('sanity.fileAsset', {_id, sha1, size, extension, mimeType}, description)
}

interface Content {
  _id: string
  sha1: string
  size: number
  extension: string
  mimeType: string
}

function assetFields(
  _type: string,
  {_id, sha1, ...content}: Content,
  {filename, fields}: Omit<AssetDescription, 'parts'>,
): AssetStub {
  return {
    _id,
    _type,
    assetId: sha1,
    sha1hash: sha1,
    uploadId: randomBytes(16).toString('hex'),
    path: parseAssetId(_id)?.file ?? '',
    ...content,
    ...originalName(filename, sha1),
    ...fields,
  }
}

/** What an upload was called; an import calls one that had no name by the digest of its bytes. */
function originalName(filename: string | undefined, sha1: string): {originalFilename?: string} {
  // A path would say whose computer it lay on.
  const name = filename?.split(/[\\/]/).at(-1)
  return name && !name.startsWith(sha1) ? {originalFilename: name} : {}
}

/** What the file is called decides before what its sender says it is; both are only a name for it. */
function extensionOf({filename = '', contentType = ''}: Omit<AssetDescription, 'parts'>): string {
  // `@sanity/export` packs the file of an extension with digits as `DIGEST-mp3.bin`.
  const name = filename.replace(/^([\da-f]{40})-([\da-z]+)\.bin$/, '$1.$2')
  const named = /\.([\da-z]{1,16})$/i.exec(name)?.[1]?.toLowerCase()
  return named ?? getExtension(contentType.split(';')[0] ?? '') ?? 'bin'
}

/** A picture that cannot be decoded is the sender’s mistake. */
async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LakeError) throw error
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw httpError(400, `The picture cannot be read: ${reason}`)
  }
}
