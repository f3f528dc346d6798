import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {glob, mkdir, readdir, readFile, rename, rm, stat} from 'node:fs/promises'
import path from 'node:path'

import {PACKAGE_ROOT} from './packageInfo.ts'
import {UserError} from './userError.ts'

const CACHE = path.join(PACKAGE_ROOT, 'node_modules', '.cache', 'storygraph', 'studio')
/** A build takes 18 MB; who changes branches needs a few of them. */
const KEPT_BUILDS = 5
/** Everything that ends up in Studio's bundle. */
const SOURCES = [
  'package-lock.json',
  'sanity.*.ts',
  '{schemas,studio,vocabulary,queries,render}/**/*.{ts,tsx}',
  'seed/{extract,marks}/**/*.ts',
]

/**
 * Builds Studio into a cache and returns the folder to serve; nothing is done when the sources are
 * those of the last build. Which lake it talks to is decided when it is served.
 */
export async function buildStudio({
  onBuild = () => {},
  signal,
}: {
  /** Called when there is something to build. */
  onBuild?: () => void
  signal?: AbortSignal
} = {}): Promise<string> {
  const built = path.join(CACHE, await fingerprint())
  if (existsSync(path.join(built, 'index.html'))) return built

  onBuild()
  await mkdir(CACHE, {recursive: true})
  const unfinished = `${built}.${process.pid}`
  try {
    await runBuild(unfinished, signal)
    // Another process may have finished the same build first.
    if (!existsSync(built)) await rename(unfinished, built)
    await dropOldBuilds()
  } finally {
    await rm(unfinished, {recursive: true, force: true})
  }
  return built
}

/** The Studio that can be started is this repository's; the package has only the parts for another. */
export function requireStudio(): void {
  if (existsSync(path.join(PACKAGE_ROOT, 'sanity.config.ts'))) return
  throw new UserError(
    'The package holds no Studio to start: run "storygraph lake", and put embeddedLake() into the workspace of your own.',
  )
}

async function fingerprint(): Promise<string> {
  const files: string[] = []
  for await (const file of glob(SOURCES, {cwd: PACKAGE_ROOT})) files.push(file)
  const hash = createHash('sha256')
  for (const file of files.toSorted()) {
    hash.update(`${file}\n`)
    hash.update(await readFile(path.join(PACKAGE_ROOT, file)))
  }
  for (const name of Object.keys(process.env).toSorted()) {
    if (name.startsWith('SANITY_STUDIO_')) hash.update(`${name}=${process.env[name]}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

async function dropOldBuilds(): Promise<void> {
  const builds = await Promise.all(
    (await readdir(CACHE)).map(async (name) => {
      const directory = path.join(CACHE, name)
      return {directory, time: (await stat(directory)).mtimeMs}
    }),
  )
  const old = builds.toSorted((a, b) => b.time - a.time).slice(KEPT_BUILDS)
  await Promise.all(old.map(({directory}) => rm(directory, {recursive: true, force: true})))
}

function runBuild(output: string, signal?: AbortSignal): Promise<void> {
  const sanity = path.join(PACKAGE_ROOT, 'node_modules', '.bin', 'sanity')
  const child = spawn(sanity, ['build', output, '--yes', '--no-minify'], {
    cwd: PACKAGE_ROOT,
    // A test runner's own setting would end up in a build that others are served.
    env: {...process.env, NODE_ENV: 'production'},
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && {signal}),
  })
  const printed: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`Studio could not be built:\n${Buffer.concat(printed).toString()}`))
    })
  })
}
