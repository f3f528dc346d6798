import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {z} from 'zod'

import * as queries from '../../queries/index.ts'
import {bundle} from '../../test/support/bundle.ts'
import {medianOf} from '../process/medianTime.ts'
import {sizeOf} from '../process/sizeOf.ts'
import type {Row} from '../row.ts'

const root = path.resolve(import.meta.dirname, '../..')
const entry = path.join(root, 'dist/queries/index.js')

/** What a front end takes along, and what has to be installed for it. */
export const frontEnd: Row = {
  name: 'frontEnd',
  run: async ({progress}) => {
    const {gzipped} = await bundle(`export * from ${JSON.stringify(entry)}`)
    progress('type check of a consumer')
    const checked = typeCheckTime()
    return [
      {name: 'storygraph/queries, gzipped', value: gzipped, unit: 'KB', atMost: 6},
      {name: 'storygraph/queries, load', value: loadTime(), unit: 'ms', atMost: 10},
      {name: 'type check, every query', value: checked, unit: 's', atMost: 5},
      {name: 'installed without peers', value: installedSize(), unit: 'MB', atMost: 40},
    ]
  },
}

function loadTime(): number {
  const code = `const began = performance.now(); await import(${JSON.stringify(entry)}); console.log(performance.now() - began)`
  const times = Array.from({length: 9}, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', code])),
  )
  return medianOf(times)
}

/** Seconds that tsc takes over a project which asks each query and reads what comes back. */
function typeCheckTime(): number {
  const cache = path.join(root, 'node_modules/.cache')
  mkdirSync(cache, {recursive: true})
  const directory = mkdtempSync(path.join(cache, 'consumer-'))
  try {
    const names = Object.keys(queries).filter((name) => name.endsWith('Query'))
    const built = JSON.stringify(entry)
    writeFileSync(
      path.join(directory, 'consumer.ts'),
      [
        `import type {SanityClient} from '@sanity/client'`,
        `import * as queries from ${built}`,
        `import type {QueryParameters} from ${built}`,
        'declare const client: SanityClient',
        ...names.map(
          (name) =>
            `export const ${name} = (params: Exclude<QueryParameters[typeof queries.${name}], undefined>) => client.fetch(queries.${name}, params)`,
        ),
      ].join('\n'),
    )
    const flags =
      '--ignoreConfig --noEmit --strict --skipLibCheck --module nodenext --target es2024'.split(' ')
    const tsc = path.join(root, 'node_modules/.bin/tsc')
    const began = performance.now()
    execFileSync(tsc, [...flags, path.join(directory, 'consumer.ts')], {
      cwd: root,
      stdio: 'inherit',
    })
    return (performance.now() - began) / 1000
  } finally {
    rmSync(directory, {recursive: true})
  }
}

const lockfile = z.object({
  packages: z.record(z.string(), z.looseObject({})),
})

/** Megabytes of the packages that come with it when no peer is installed, and its own files. */
function installedSize(): number {
  const {packages} = lockfile.parse(
    JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')),
  )
  const brought = Object.entries(packages).filter(
    ([place, {dev, peer, optional, devOptional}]) =>
      place !== '' && !dev && !peer && !optional && !devOptional,
  )
  const places = new Set([...brought.map(([place]) => place), 'dist'])
  return (
    [...places].reduce((sum, place) => sum + sizeOf(path.join(root, place), 'node_modules'), 0) /
    1_000_000
  )
}
