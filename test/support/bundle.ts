import path from 'node:path'
import {gzipSync} from 'node:zlib'

import {build} from 'vite'

const repository = path.resolve(import.meta.dirname, '../..')
const ENTRY = 'entry.js'

/** What a browser is sent of a module: its code, and the packages and files it is made of. */
export interface Bundle {
  code: string
  /** Kilobytes as they travel. */
  gzipped: number
  /** Our files by their path in this repository, everything else by the name of its package. */
  parts: string[]
}

/**
 * Bundles a module as a front end would, with Vite for production: one that stands in the folder
 * `root`, this repository's unless told otherwise. The packages in `external` stay outside.
 */
export async function bundle(
  source: string,
  {external = [], root = repository}: {external?: readonly string[]; root?: string} = {},
): Promise<Bundle> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? path.join(root, ENTRY) : undefined),
        load: (id) => (id === path.join(root, ENTRY) ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2024',
      rolldownOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        output: {codeSplitting: false},
        external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
      },
    },
  })
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const code = chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
  const modules = chunks.flatMap((chunk) =>
    chunk.type === 'chunk'
      ? Object.entries(chunk.modules).flatMap(([id, {renderedLength}]) =>
          renderedLength > 0 ? [id] : [],
        )
      : [],
  )
  const parts = [...new Set(modules.map((id) => partOf(id, root)))]
    .filter((part) => part !== ENTRY)
    .toSorted()
  return {code, gzipped: gzipSync(code).length / 1024, parts}
}

function partOf(id: string, root: string): string {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? []
  return name ?? path.relative(root, id)
}
