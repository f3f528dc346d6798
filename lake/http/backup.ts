import {rmSync} from 'node:fs'
import {pipeline} from 'node:stream/promises'

import {Hono} from 'hono'

import {packBackup, restoreBackup, unpackBackup} from '../backup.ts'
import {httpError} from '../errors.ts'
import type {Env, LakeContext} from './context.ts'
import {chunksOf, toBody} from './streams.ts'
import {requireAdministrator} from './user.ts'

/**
 * `/backup` and `/restore`, which only this lake has: all that is needed to put it back as it was,
 * as one tar file, taken and put back while it runs.
 */
export function backupRoutes(lake: LakeContext): Hono<Env> {
  return new Hono<Env>()
    .get('/backup', (context) => {
      requireAdministrator(context)
      const folder = lake.directory.scratch()
      const discard = (): void => rmSync(folder, {recursive: true, force: true})
      try {
        for (const {name} of lake.datasets.list())
          lake.dataset(name).noteBackup(context.get('user'))
        const tar = packBackup(lake, folder).once('close', discard)
        return context.body(toBody(tar), 200, {'content-type': 'application/x-tar'})
      } catch (error) {
        discard()
        throw error
      }
    })
    .post('/restore', async (context) => {
      requireAdministrator(context)
      const {body} = context.req.raw
      if (body === null) throw httpError(400, 'The request has no body: send a backup.')
      const folder = lake.directory.scratch()
      try {
        await pipeline(chunksOf(body), unpackBackup(folder)).catch(explain)
        const restored = restoreBackup(lake, folder)
        lake.hooks.settle()
        const address = lake.address()
        for (const {name} of restored.datasets) if (address) lake.dataset(name).moveAssets(address)
        return context.json(restored)
      } finally {
        rmSync(folder, {recursive: true, force: true})
      }
    })
}

/** What the disk refuses is no fault of the backup. */
function explain(error: unknown): never {
  if (!(error instanceof Error) || 'code' in error) throw error
  throw httpError(400, `The backup cannot be used (${error.message}). Nothing was changed.`)
}
