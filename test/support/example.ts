import {once} from 'node:events'
import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {
  EXAMPLES,
  installExample,
  packPackage,
  runScript,
  type RunningScript,
} from '../../scripts/exampleSteps.ts'

/** An example in a folder of its own, with storygraph as it is packed. */
export interface InstalledExample {
  folder: string
  /** Builds it; throws with all that it printed when that fails. */
  build(environment: object): Promise<void>
  /** Serves what was built until it is closed; resolves with its address. */
  start(environment: object): Promise<string>
  close(): Promise<void>
}

const LEFT_BEHIND = new Set(['node_modules', '.next', '.astro', 'dist'])

/** Installs a copy of an example from the packed package; `npm run build` comes before. */
export async function installedExample(name: string): Promise<InstalledExample> {
  const home = await mkdtemp(path.join(tmpdir(), 'storygraph-example-'))
  const folder = path.join(home, name)
  const stop = new AbortController()
  const running: RunningScript[] = []
  const run = (script: string, environment: object): RunningScript => {
    const one = runScript(folder, script, {environment, signal: stop.signal, stdio: 'pipe'})
    running.push(one)
    return one
  }
  const close = async (): Promise<void> => {
    stop.abort()
    await Promise.all(running.map(({ended}) => ended))
    await rm(home, {recursive: true, force: true})
  }
  try {
    await packPackage(home)
    await cp(EXAMPLES, home, {
      recursive: true,
      filter: (from) => !LEFT_BEHIND.has(path.basename(from)) && !from.endsWith('.tgz'),
    })
    await installExample(folder)
  } catch (error) {
    await close()
    throw error
  }
  return {
    folder,
    build: async (environment) => {
      const script = run('build', environment)
      const printed = collect(script)
      if ((await script.ended) !== 0) throw new Error(`${name} was not built:\n${printed()}`)
    },
    start: async (environment) => {
      const script = run('start', {PORT: '0', ...environment})
      const printed = collect(script)
      const {child, ended} = script
      for (;;) {
        await Promise.race([child.stdout ? once(child.stdout, 'data') : ended, ended])
        const [url] = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(printed()) ?? []
        if (url !== undefined) return url
        if (child.exitCode !== null) throw new Error(`${name} did not start:\n${printed()}`)
      }
    },
    close,
  }
}

function collect({child}: RunningScript): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  return () => text
}
