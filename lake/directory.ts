import {randomUUID} from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {z} from 'zod'

import type {User} from './access.ts'
import {accessLogInMemory, openAccessLog, type AccessLog} from './accessLog.ts'
import {openAssetFiles, type AssetFiles} from './assets/assetFiles.ts'
import type {Erasures} from './erasures.ts'
import {httpError} from './errors.ts'
import {CatalogueInUse, openCatalogue, type Catalogue} from './store/catalogue.ts'
import {erasuresInMemory, openErasureFile} from './store/erasureFile.ts'
import {openStore, type Store} from './store/store.ts'
import {storageTroubleOf} from './storageTrouble.ts'

/** Who has a data directory open, and where it can be reached if it serves HTTP. */
const lockFile = z.object({pid: z.number(), url: z.string().optional()})
export type Lock = z.infer<typeof lockFile>

/** A data directory that cannot be used; the message says which, why and what to do. */
export class DirectoryError extends Error {
  /** Set when another process has it. */
  readonly lock: Lock | undefined

  constructor(message: string, {lock, cause}: {lock?: Lock | undefined; cause?: unknown} = {}) {
    super(message, {cause})
    this.name = 'DirectoryError'
    this.lock = lock
  }
}

/** Where a lake's files lie; one process owns them at a time. */
export interface DataDirectory {
  /** Its path, or what stands for it in a sentence. */
  place: string
  catalogue: Catalogue
  /** What must not come back into any of its datasets. */
  erasures: Erasures
  /** Who read what is protected, in the file `access.ndjson`. */
  accessLog: AccessLog
  /** The administrator's token, made at the first start and kept in the file `token` (mode 0600). */
  token: string
  datasetNames(): string[]
  openDataset(name: string): Store
  openAssets(name: string): AssetFiles
  /** Puts a file in place of a dataset's own, which nobody has open. */
  replaceDataset(name: string, file: string): void
  /** Removes its documents and the files of its assets. */
  removeDataset(name: string): void
  /** A new folder of its own, gone at the next start at the latest. */
  scratch(): string
  /** Tells other processes where this one can be reached. */
  announce(url: string): void
  /** Throws when nothing can be written or the catalogue does not answer. */
  check(): void
  close(): void
}

const PROBE_BYTES = 64 * 1024
const SCRATCH = 'scratch-'
const ADMINISTRATOR: User = {id: 'administrator', name: 'Administrator', role: 'administrator'}

/** Opens a data directory, making it when it does not exist; throws `DirectoryError`. */
export function openDirectory(directory: string): DataDirectory {
  const datasets = path.join(directory, 'datasets')
  const lockPath = path.join(directory, 'lock.json')
  const fileOf = (name: string): string => path.join(datasets, `${name}.db`)
  const assetsOf = (name: string): string => path.join(directory, 'assets', name)
  const catalogue = own(directory, datasets)
  for (const name of readdirSync(directory)) {
    if (name.startsWith(SCRATCH)) rmSync(path.join(directory, name), {recursive: true})
  }
  writeFileSync(lockPath, JSON.stringify({pid: process.pid}), {mode: 0o600})

  return {
    place: directory,
    catalogue,
    erasures: readErasures(path.join(directory, 'erasures.json')),
    accessLog: openAccessLog(path.join(directory, 'access.ndjson')),
    token: administratorToken(path.join(directory, 'token'), catalogue),
    datasetNames: () =>
      readdirSync(datasets).flatMap((file) => (file.endsWith('.db') ? [file.slice(0, -3)] : [])),
    openDataset: (name) => openFile(fileOf(name)),
    replaceDataset: (name, file) => {
      removeDatabase(fileOf(name))
      renameSync(file, fileOf(name))
    },
    removeDataset: (name) => {
      removeDatabase(fileOf(name))
      rmSync(assetsOf(name), {recursive: true, force: true})
    },
    openAssets: (name) => openAssetFiles(assetsOf(name)),
    scratch: () => mkdtempSync(path.join(directory, SCRATCH)),
    announce: (url) => writeFileSync(lockPath, JSON.stringify({pid: process.pid, url})),
    check: () => {
      catalogue.tokens.nameOf('')
      tryDisk(path.join(directory, 'probe'))
    },
    close: () => {
      rmSync(lockPath, {force: true})
      catalogue.close()
    },
  }
}

/** The same in memory, but for the files of assets: everything is gone when the lake is closed. */
export function openMemory(): DataDirectory {
  const catalogue = openCatalogue(':memory:')
  const assets = path.join(tmpdir(), `storygraph-${randomUUID()}`)
  return {
    place: 'memory',
    catalogue,
    erasures: erasuresInMemory(),
    accessLog: accessLogInMemory(),
    token: catalogue.tokens.create(ADMINISTRATOR),
    datasetNames: () => [],
    openDataset: () => openStore(':memory:'),
    replaceDataset: needsFiles,
    removeDataset: () => {},
    scratch: needsFiles,
    openAssets: (name) => openAssetFiles(path.join(assets, name)),
    announce: () => {},
    check: () => void catalogue.tokens.nameOf(''),
    close: () => {
      catalogue.close()
      rmSync(assets, {recursive: true, force: true})
    },
  }
}

/** Who has this data directory open, as far as its lock file tells. */
export function readLock(directory: string): Lock | undefined {
  try {
    return lockFile.parse(JSON.parse(readFileSync(path.join(directory, 'lock.json'), 'utf8')))
  } catch {
    return undefined
  }
}

/** Writes as much as a small transaction needs, as durably, and takes it away again. */
function tryDisk(file: string): void {
  try {
    writeFileSync(file, Buffer.alloc(PROBE_BYTES), {flush: true})
  } finally {
    rmSync(file, {force: true})
  }
}

function needsFiles(): never {
  throw httpError(501, 'This lake is in memory: it has no files to back up or restore.')
}

/** With what SQLite keeps beside a database. */
function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, {force: true})
}

/** Opens the catalogue of a directory, which makes this process its owner. */
export function own(directory: string, datasets: string): Catalogue {
  const file = path.join(directory, 'lake.db')
  try {
    mkdirSync(datasets, {recursive: true, mode: 0o700})
    // SQLite would only speak of the disk.
    for (const place of [directory, datasets, ...(existsSync(file) ? [file] : [])]) {
      accessSync(place, constants.R_OK | constants.W_OK)
    }
    return openCatalogue(file)
  } catch (error) {
    if (error instanceof CatalogueInUse) {
      const lock = readLock(directory)
      const owner = lock ? `process ${lock.pid}${lock.url ? ` at ${lock.url}` : ''}` : 'a process'
      throw new DirectoryError(
        `The data directory ${directory} is in use by ${owner}: stop it, or name another directory with --data.`,
        {lock},
      )
    }
    if (storageTroubleOf(error)?.isDamage) throw unusable(file, error)
    const reason = error instanceof Error ? error.message : String(error)
    throw new DirectoryError(
      `The data directory ${directory} cannot be written (${reason}): name another one with --data.`,
      {cause: error},
    )
  }
}

function readErasures(file: string): Erasures {
  try {
    return openErasureFile(file)
  } catch (error) {
    // Without it an import could bring back what was erased.
    throw new DirectoryError(
      `${file} cannot be read (${error instanceof Error ? error.message : String(error)}): put back a copy of it. It was left as it is.`,
    )
  }
}

/** Opens the file of a dataset; throws `DirectoryError` and leaves it alone when it cannot be used. */
export function openFile(file: string): Store {
  // SQLite would take an empty file for a new one, and a dataset for one without documents.
  if (existsSync(file) && statSync(file).size === 0 && !existsSync(`${file}-wal`)) {
    throw new DirectoryError(
      `${file} is empty: restore a backup, or delete the file to start anew.`,
    )
  }
  try {
    return openStore(file)
  } catch (error) {
    throw unusable(file, error)
  }
}

function unusable(file: string, error: unknown): DirectoryError {
  const text = error instanceof Error ? error.message : String(error)
  // SQLite quotes what it cannot read, line breaks and all.
  const reason = text.replace(/[\p{Cc}\s]+/gu, ' ')
  const wayOut = storageTroubleOf(error)?.isDamage ? ' Restore a backup.' : ''
  const message = `${file} cannot be opened: ${reason}. It was left as it is.${wayOut}`
  return new DirectoryError(message, {cause: error})
}

function administratorToken(file: string, catalogue: Catalogue): string {
  if (existsSync(file)) {
    const token = readFileSync(file, 'utf8').trim()
    if (catalogue.tokens.userOf(token)?.role === 'administrator') return token
  }
  const token = catalogue.tokens.create(ADMINISTRATOR)
  writeFileSync(file, `${token}\n`, {mode: 0o600})
  return token
}
