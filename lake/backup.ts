import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {Readable, Writable} from 'node:stream'

import {packTar, unpackTar} from 'modern-tar/fs'
import {z} from 'zod'

import type {Datasets} from './datasets.ts'
import type {DataDirectory} from './directory.ts'
import {httpError} from './errors.ts'
import {replayErasures} from './replayErasures.ts'
import {openStore} from './store/store.ts'
import {withoutErased} from './withoutErased.ts'

const manifest = z.object({
  format: z.literal(1),
  createdAt: z.string(),
  projectId: z.string(),
  /** Size and SHA-256 of each file beside this one, to know a backup that was cut off or damaged. */
  files: z.record(z.string(), z.object({size: z.number(), sha256: z.string()})),
})

/** A lake as far as a backup is concerned. */
export interface BackupContext {
  projectId: string
  datasets: Datasets
  directory: DataDirectory
}

/** What a restore did. */
export interface Restored {
  /** When the backup was made. */
  createdAt: string
  datasets: {
    name: string
    documents: number
    /** How many documents were changed or removed, because something in them was erased since. */
    erased: number
  }[]
}

const MANIFEST = 'manifest.json'
const CATALOGUE = 'lake.db'
const DATASET = /^datasets\/([a-z0-9][-\w]{0,63})\.db$/

/**
 * Writes copies of all databases to a folder and packs them. All are of the same moment: nothing is
 * written in between. What was erased is not remembered in a backup, nor is any token readable.
 */
export function packBackup(
  {projectId, datasets, directory}: BackupContext,
  folder: string,
): Readable {
  mkdirSync(path.join(folder, 'datasets'))
  directory.catalogue.copyTo(path.join(folder, CATALOGUE))
  const names = [CATALOGUE]
  for (const {name} of datasets.list()) {
    const file = `datasets/${name}.db`
    datasets.get(name).copyTo(path.join(folder, file))
    names.push(file)
  }
  const files = Object.fromEntries(names.map((name) => [name, describe(path.join(folder, name))]))
  const content: z.infer<typeof manifest> = {
    format: 1,
    createdAt: new Date().toISOString(),
    projectId,
    files,
  }
  writeFileSync(path.join(folder, MANIFEST), JSON.stringify(content, null, 2))
  const sources = [MANIFEST, ...names].map((target) => ({
    type: 'file' as const,
    source: path.join(folder, target),
    target,
    mode: 0o600,
  }))
  return packTar(sources)
}

/** Unpacks into a folder what belongs to a backup, and nothing else. */
export function unpackBackup(folder: string): Writable {
  return unpackTar(folder, {
    strict: true,
    fmode: 0o600,
    dmode: 0o700,
    filter: ({name, type}) =>
      type === 'file' && (name === MANIFEST || name === CATALOGUE || DATASET.test(name)),
  })
}

/**
 * Puts an unpacked backup in place of what the lake has. Everything is checked first, and what was
 * erased since it was made is erased in it again before anybody can read it. Datasets that the
 * backup does not know stay as they are.
 */
export function restoreBackup({datasets, directory}: BackupContext, folder: string): Restored {
  const {catalogue, erasures} = directory
  const {createdAt, files} = readManifest(folder)
  const restored = Object.keys(files).flatMap((file) => {
    const name = DATASET.exec(file)?.[1]
    if (name === undefined) return []
    const store = openStore(path.join(folder, file))
    try {
      const faults = store.faults()
      if (faults.length > 0) throw damaged(`${file}: ${faults.join('; ')}`)
      const erased = replayErasures(store, erasures, datasets.find(name)?.withoutPast())
      return [{name, documents: store.count(), erased, file: path.join(folder, file)}]
    } finally {
      store.close()
    }
  })
  for (const {name, file} of restored) datasets.replace(name, file)
  catalogue.adopt(path.join(folder, CATALOGUE))
  catalogue.forget((value) => {
    const content: unknown = JSON.parse(value)
    return JSON.stringify(withoutErased(content, erasures)) !== JSON.stringify(content)
  })
  return {
    createdAt,
    datasets: restored.map(({name, documents, erased}) => ({name, documents, erased})),
  }
}

function readManifest(folder: string): z.infer<typeof manifest> {
  const file = path.join(folder, MANIFEST)
  if (!existsSync(file))
    throw httpError(400, 'This is not a backup of a lake. Nothing was changed.')
  const parsed = manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw damaged('a newer version wrote it, or its manifest is not whole')
  for (const [name, {size, sha256}] of Object.entries(parsed.data.files)) {
    const isExpected = name === CATALOGUE || DATASET.test(name)
    const copy = path.join(folder, name)
    if (!isExpected || !existsSync(copy)) throw damaged(`${name} is missing`)
    const found = describe(copy)
    if (found.size !== size || found.sha256 !== sha256) throw damaged(`${name} is not as it was`)
  }
  return parsed.data
}

function describe(file: string): {size: number; sha256: string} {
  const hash = createHash('sha256').update(readFileSync(file))
  return {size: statSync(file).size, sha256: hash.digest('hex')}
}

function damaged(reason: string): Error {
  return httpError(400, `The backup cannot be used: ${reason}. Nothing was changed.`)
}
