import {createHash} from 'node:crypto'
import {existsSync, linkSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {Readable, Writable} from 'node:stream'

import {packTar, unpackTar} from 'modern-tar/fs'
import {z} from 'zod'

import {parseAssetId} from './assets/assetId.ts'
import type {Dataset} from './dataset.ts'
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
  /**
   * Size of each file beside this one, and the SHA-256 of databases, to know a backup that was cut
   * off or damaged. The files of assets are named by their SHA-1.
   */
  files: z.record(z.string(), z.object({size: z.number(), sha256: z.string().optional()})),
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
/** The file of an asset: its dataset, its kind and its name. */
const ASSET = /^assets\/([a-z0-9][-\w]{0,63})\/(image|file)s\/([\da-f]{40}[\dx-]*\.[\da-z]{1,16})$/
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
    names.push(file, ...linkAssets(datasets.get(name), folder))
  }
  const files = Object.fromEntries(names.map((name) => [name, describe(folder, name)]))
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
    filter: ({name, type}) => type === 'file' && (name === MANIFEST || isExpected(name)),
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
  for (const {name, file} of restored) {
    const before = datasets.find(name)?.assetIds() ?? []
    datasets.replace(name, file)
    restoreAssets(datasets.get(name), folder, before)
  }
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
    const copy = path.join(folder, name)
    if (!isExpected(name) || !existsSync(copy)) throw damaged(`${name} is missing`)
    const found = describe(folder, name)
    const isWhole = found.size === size && found.sha256 === sha256 && isNamedByContent(copy, name)
    if (!isWhole) throw damaged(`${name} is not as it was`)
  }
  return parsed.data
}

function isExpected(name: string): boolean {
  return name === CATALOGUE || DATASET.test(name) || ASSET.test(name)
}

function describe(folder: string, name: string): {size: number; sha256?: string} {
  const file = path.join(folder, name)
  const {size} = statSync(file)
  return ASSET.test(name) ? {size} : {size, sha256: hashOf(file, 'sha256')}
}

function isNamedByContent(file: string, name: string): boolean {
  const asset = ASSET.exec(name)?.[3]
  return asset === undefined || asset.startsWith(hashOf(file, 'sha1'))
}

function hashOf(file: string, algorithm: string): string {
  return createHash(algorithm).update(readFileSync(file)).digest('hex')
}

/** Links the files of a dataset's assets into a folder: what is removed later is still packed. */
function linkAssets(dataset: Dataset, folder: string): string[] {
  return dataset.assetIds().flatMap((id) => {
    const file = dataset.assets.find(id)
    const place = placeOf(dataset.name, id)
    if (file === undefined || place === undefined) return []
    mkdirSync(path.join(folder, path.dirname(place)), {recursive: true})
    linkSync(file, path.join(folder, place))
    return [place]
  })
}

/** Gives a restored dataset the files that its documents describe, and takes away all others. */
function restoreAssets(dataset: Dataset, folder: string, before: readonly string[]): void {
  const described = new Set(dataset.assetIds())
  for (const id of before) if (!described.has(id)) dataset.assets.remove(id)
  for (const id of described) {
    const file = path.join(folder, placeOf(dataset.name, id) ?? '')
    if (existsSync(file) && statSync(file).isFile()) dataset.assets.adopt(id, file)
  }
}

/** Where the file of an asset lies in a backup. */
function placeOf(dataset: string, assetId: string): string | undefined {
  const name = parseAssetId(assetId)
  return name && `assets/${dataset}/${name.kind}s/${name.file}`
}

function damaged(reason: string): Error {
  return httpError(400, `The backup cannot be used: ${reason}. Nothing was changed.`)
}
