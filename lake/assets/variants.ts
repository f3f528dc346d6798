import {mkdirSync, readdirSync, rmSync, statSync} from 'node:fs'
import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'

/** What the pictures drawn on request may take on disk, for each dataset. */
const MAXIMUM_BYTES = 512 * 1024 * 1024

/** Pictures drawn from others, kept so that they are drawn once; the longest unused go first. */
export interface Variants {
  /** A variant by its key, drawn when it is not there; whoever asks meanwhile waits for the same. */
  get(assetId: string, key: string, draw: () => Promise<Buffer>): Promise<Buffer>
  /** Removes all that was drawn from an asset. */
  remove(assetId: string): void
}

/** The variants below a directory. `assetId` and `key` become names of files: letters, digits, `-` and `.`. */
export function createVariants(directory: string): Variants {
  const underWay = new Map<string, Promise<Buffer>>()
  /** Sizes by name, the longest unused first. Read from disk once it is needed. */
  let kept: Map<string, number> | undefined
  let total = 0

  function known(): Map<string, number> {
    if (kept) return kept
    kept = new Map(scan(directory))
    for (const size of kept.values()) total += size
    return kept
  }

  async function load(name: string): Promise<Buffer | undefined> {
    const sizes = known()
    const size = sizes.get(name)
    if (size === undefined) return undefined
    try {
      const bytes = await readFile(path.join(directory, name))
      sizes.delete(name)
      sizes.set(name, size)
      return bytes
    } catch {
      forget(name)
      return undefined
    }
  }

  function forget(name: string): void {
    total -= known().get(name) ?? 0
    known().delete(name)
  }

  async function save(name: string, bytes: Buffer): Promise<void> {
    const file = path.join(directory, name)
    mkdirSync(path.dirname(file), {recursive: true, mode: 0o700})
    await writeFile(`${file}.part`, bytes, {mode: 0o600})
    await rename(`${file}.part`, file)
    forget(name)
    known().set(name, bytes.length)
    total += bytes.length
    for (const oldest of known().keys()) {
      if (total <= MAXIMUM_BYTES) break
      forget(oldest)
      await rm(path.join(directory, oldest), {force: true})
    }
  }

  async function make(name: string, draw: () => Promise<Buffer>): Promise<Buffer> {
    const found = await load(name)
    if (found) return found
    const bytes = await draw()
    // Removed while it was drawn, it is not kept.
    if (underWay.has(name)) await save(name, bytes)
    return bytes
  }

  return {
    get: (assetId, key, draw) => {
      const name = path.join(assetId, key)
      const asked = underWay.get(name) ?? make(name, draw).finally(() => underWay.delete(name))
      underWay.set(name, asked)
      return asked
    },
    remove: (assetId) => {
      const inside = `${assetId}${path.sep}`
      for (const name of underWay.keys()) if (name.startsWith(inside)) underWay.delete(name)
      for (const name of known().keys()) if (name.startsWith(inside)) forget(name)
      rmSync(path.join(directory, assetId), {recursive: true, force: true})
    },
  }
}

/** What an earlier process left, oldest first. */
function scan(directory: string): [name: string, size: number][] {
  return foldersIn(directory)
    .flatMap((folder) =>
      readdirSync(path.join(directory, folder)).map((key) => path.join(folder, key)),
    )
    .flatMap((name) => {
      const file = path.join(directory, name)
      if (name.endsWith('.part')) rmSync(file, {force: true})
      else return [{name, stat: statSync(file)}]
      return []
    })
    .sort((a, b) => a.stat.mtimeMs - b.stat.mtimeMs)
    .map(({name, stat}) => [name, stat.size])
}

function foldersIn(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
