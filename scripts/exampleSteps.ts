import {execFile, spawn, type ChildProcess} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import {mkdtemp, rename, rm} from 'node:fs/promises'
import path from 'node:path'
import {promisify} from 'node:util'

import {DEFAULT_DATASET, EMBEDDED_PROJECT, resolveTarget} from '../cli/config.ts'
import {lakeClient} from '../cli/connect.ts'
import {readStory, seedStory} from '../cli/seedStory.ts'
import {UserError} from '../cli/userError.ts'
import {openLake} from '../lake/index.ts'

const run = promisify(execFile)
const ROOT = path.resolve(import.meta.dirname, '..')

/** Where the examples are. */
export const EXAMPLES = path.join(ROOT, 'examples')

/** What the packed package is called beside the examples: each of them names it as a dependency. */
const TARBALL = 'storygraph.tgz'

/** The lake that an example reads: how it learns of it, and what to call it in a message. */
export interface ExampleLake {
  environment: Readonly<Record<string, string>>
  where: string
  close(): Promise<void>
}

/** The folder of the one example that is asked for; a `UserError` lists those there are. */
export function findExample(asked: readonly string[], usage: string): string {
  const names = readdirSync(EXAMPLES).filter((name) =>
    existsSync(path.join(EXAMPLES, name, 'package.json')),
  )
  const wanted = asked.join(' ')
  if (names.includes(wanted)) return path.join(EXAMPLES, wanted)
  const problem = wanted ? `There is no example "${wanted}":` : 'Which example?'
  throw new UserError(`${problem} ${usage}, where NAME is one of ${names.join(', ')}.`)
}

/** Compiles storygraph to `dist`. */
export async function buildPackage(): Promise<void> {
  await run('npm', ['run', '--silent', 'build'], {cwd: ROOT, env: withNode()})
}

/**
 * Packs what was built as `storygraph.tgz` in a folder: beside an example, as those expect it. Answers
 * where it is.
 */
export async function packPackage(folder: string): Promise<string> {
  // Packed elsewhere and moved: nobody who installs at the same time reads half of it.
  const temporary = await mkdtemp(path.join(folder, '.pack-'))
  try {
    const options = ['--json', '--pack-destination', temporary]
    const {stdout} = await run('npm', ['pack', ...options], {cwd: ROOT, env: withNode()})
    const [packed] = JSON.parse(stdout)
    const tarball = path.join(folder, TARBALL)
    await rename(path.join(temporary, packed.filename), tarball)
    return tarball
  } finally {
    await rm(temporary, {recursive: true, force: true})
  }
}

/** Installs what an example depends on, storygraph as it was packed last. */
export async function installExample(folder: string): Promise<void> {
  // npm takes a tarball for known whose name and version are: let it forget both.
  for (const known of ['storygraph', '.package-lock.json']) {
    await rm(path.join(folder, 'node_modules', known), {recursive: true, force: true})
  }
  await run('npm', ['install', '--no-audit', '--no-fund'], {cwd: folder, env: withNode()})
}

/**
 * Opens a lake on a free port, in memory, with the bundled story. Nothing is opened where the
 * environment names a lake already: then the example reads that one.
 */
export async function openExampleLake(variables = process.env): Promise<ExampleLake> {
  const target = resolveTarget({data: ''}, variables)
  if (target.kind === 'remote') {
    const where = `${target.apiHost ?? 'hosted'} (project ${target.projectId}, dataset ${target.dataset})`
    return {environment: {}, where, close: async () => {}}
  }
  const [projectId, dataset] = [EMBEDDED_PROJECT, DEFAULT_DATASET]
  const lake = openLake({projectId, datasets: [dataset]})
  try {
    const {url} = await lake.listen()
    await seedStory(lakeClient({projectId, dataset}, url, lake.token), await readStory())
    return {
      environment: {
        SANITY_STUDIO_PROJECT_ID: projectId,
        SANITY_STUDIO_DATASET: dataset,
        SANITY_STUDIO_API_HOST: url,
        SANITY_API_TOKEN: lake.token,
      },
      where: `${url} (dataset ${dataset}, ${lake.count(dataset)} documents)`,
      close: () => lake.close(),
    }
  } catch (error) {
    await lake.close()
    throw error
  }
}

const PATIENCE_MS = 3000

/** One of an example's npm scripts under way. */
export interface RunningScript {
  child: ChildProcess
  /** Its exit code; 0 where it was stopped. */
  ended: Promise<number>
}

/**
 * Runs `dev`, `build` or `start` of an example until it ends or `signal` stops it, with all that it
 * started. `PORT` in the environment says where it listens. With `stdio: 'pipe'` the caller reads
 * what it prints.
 */
export function runScript(
  folder: string,
  script: string,
  {
    environment = {},
    signal,
    stdio = 'inherit',
  }: {environment?: object; signal?: AbortSignal; stdio?: 'inherit' | 'pipe'} = {},
): RunningScript {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: folder,
    env: {...withNode(), ...environment},
    stdio: ['ignore', stdio, stdio],
    // A group of its own, so that it can be stopped with all that npm starts for it.
    detached: true,
  })
  let isOver = false
  const send = (name: NodeJS.Signals): void => {
    if (child.pid === undefined || isOver) return
    try {
      process.kill(-child.pid, name)
    } catch {
      // All of it has ended in this moment.
    }
  }
  const stop = (): void => {
    send('SIGTERM')
    // A server that waits for whoever still follows it would wait as long as a page is open.
    setTimeout(() => send('SIGKILL'), PATIENCE_MS).unref()
  }
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop)
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => {
      isOver = true
      signal?.removeEventListener('abort', stop)
      resolve(signal?.aborted ? 0 : (exitCode ?? 1))
    })
  })
  return {child, ended}
}

/** An example that answers requests. */
export interface ServedExample {
  url: string
  close(): Promise<void>
}

/** Runs `start` of an example that was built, on a free port; answers once it says where it is. */
export async function serveExample(folder: string, environment: object): Promise<ServedExample> {
  const stop = new AbortController()
  const {child, ended} = runScript(folder, 'start', {
    environment: {...environment, PORT: '0', NO_COLOR: '1'},
    signal: stop.signal,
    stdio: 'pipe',
  })
  let printed = ''
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        const [found] = /http:\/\/(?:localhost|127\.0\.0\.1):\d+(?=\D)/.exec(printed) ?? []
        if (found !== undefined) resolve(found)
      })
    }
    ended.then(() => reject(new Error(`${folder} is not served:\n${printed}`)), reject)
  })
  return {
    url: await url,
    close: async () => {
      stop.abort()
      await ended
    },
  }
}

/**
 * The environment with the Node that the repository brings along, whichever the machine has, and
 * with frameworks told to report nothing to their makers.
 */
function withNode(): NodeJS.ProcessEnv {
  const folders = [path.join(ROOT, 'node_modules', '.bin'), process.env['PATH']]
  return {
    ...process.env,
    PATH: folders.filter(Boolean).join(path.delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
