import {createHash, randomUUID} from 'node:crypto'
import {createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync} from 'node:fs'
import {open, rename, rm} from 'node:fs/promises'
import path from 'node:path'
import {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'

import {httpError} from '../errors.ts'
import {assetIdOf, parseAssetId} from './assetId.ts'
import {createVariants, type Variants} from './variants.ts'

/** A file that has come in and belongs to no asset yet. */
export interface Incoming {
  path: string
  sha1: string
  size: number
  discard(): Promise<void>
}

/** The files of one dataset's assets. They are named by what is in them, never by whoever sent them. */
export interface AssetFiles {
  /** Takes in what is sent, at most so many bytes of it; a 413 beyond. */
  receive(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number): Promise<Incoming>
  /** Keeps a file, or other bytes in its place, as that of an asset. */
  keep(assetId: string, incoming: Incoming, bytes?: Buffer): Promise<void>
  /** Takes over the file of an asset from elsewhere on the same disk. */
  adopt(assetId: string, file: string): void
  /** Where the file of an asset lies; `undefined` when there is none. */
  find(assetId: string): string | undefined
  /** Removes the file of an asset, and all that was drawn from it. Any other id is none of its business. */
  remove(assetId: string): void
  /** Removes what a process that was stopped left of assets that are gone. */
  sweep(exists: (assetId: string) => boolean): void
  variants: Variants
}

/** The asset files below a directory, which is made when the first one comes. */
export function openAssetFiles(directory: string): AssetFiles {
  const incoming = path.join(directory, 'incoming')
  const variants = createVariants(path.join(directory, 'variants'))
  // What a process that was stopped had not finished.
  rmSync(incoming, {recursive: true, force: true})

  function place(assetId: string): string | undefined {
    const name = parseAssetId(assetId)
    return name && path.join(directory, `${name.kind}s`, name.file)
  }

  function remove(assetId: string): void {
    const file = place(assetId)
    if (file === undefined) return
    rmSync(file, {force: true})
    variants.remove(assetId)
  }

  return {
    variants,
    receive: async (body, limit) => {
      mkdirSync(incoming, {recursive: true, mode: 0o700})
      const file = path.join(incoming, randomUUID())
      const discard = () => rm(file, {force: true})
      const hash = createHash('sha1')
      let size = 0
      const measure = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          size += chunk.length
          hash.update(chunk)
          done(size > limit ? tooLarge(limit) : null, chunk)
        },
      })
      try {
        await pipeline(body, measure, createWriteStream(file, {flush: true, mode: 0o600}))
      } catch (error) {
        await discard()
        throw error
      }
      return {path: file, sha1: hash.digest('hex'), size, discard}
    },
    keep: async (assetId, {path: file}, bytes) => {
      const target = place(assetId)
      if (target === undefined) throw new Error(`"${assetId}" is not the id of an asset.`)
      mkdirSync(path.dirname(target), {recursive: true, mode: 0o700})
      if (bytes) {
        const handle = await open(file, 'w')
        await handle.writeFile(bytes).finally(() => handle.sync().finally(() => handle.close()))
      }
      await rename(file, target)
    },
    adopt: (assetId, file) => {
      const target = place(assetId)
      if (target === undefined) return
      mkdirSync(path.dirname(target), {recursive: true, mode: 0o700})
      renameSync(file, target)
    },
    find: (assetId) => {
      const file = place(assetId)
      return file !== undefined && existsSync(file) ? file : undefined
    },
    remove,
    sweep: (exists) => {
      const ids = (['image', 'file'] as const).flatMap((kind) =>
        namesIn(path.join(directory, `${kind}s`)).map((file) => assetIdOf(kind, file)),
      )
      for (const id of ids) if (id !== undefined && !exists(id)) remove(id)
    },
  }
}

function namesIn(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory) : []
}

function tooLarge(limit: number): Error {
  return httpError(413, `The file is larger than ${Math.round(limit / 1_000_000)} MB.`)
}
