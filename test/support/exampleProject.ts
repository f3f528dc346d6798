import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {EXAMPLES, installExample, packPackage, runScript} from '../../scripts/exampleSteps.ts'

/** An example outside the repository, where it finds nothing but what it has installed. */
export interface ExampleProject {
  folder: string
  /** Runs one of its npm scripts to the end and answers all it printed; throws where it fails. */
  run(script: string, environment: object): Promise<string>
  /** Serves what was built, on a free port until it is removed; answers where. */
  start(environment: object): Promise<string>
  remove(): Promise<void>
}

/** What a build or an installation leaves behind; a fresh clone has none of it. */
const LEFT_BEHIND = /(?:^|\/)(?:node_modules|dist|\.astro|\.next)(?:\/|$)/

/** Copies an example and installs the packed package into it, as `npm run example` does. */
export async function installedExample(name: string): Promise<ExampleProject> {
  const home = await mkdtemp(path.join(tmpdir(), 'storygraph-example-'))
  const folder = path.join(home, name)
  for (const part of [name, 'styles']) {
    const source = path.join(EXAMPLES, part)
    const filter = (file: string): boolean => !LEFT_BEHIND.test(path.relative(source, file))
    await cp(source, path.join(home, part), {recursive: true, filter})
  }
  await packPackage(home)
  await installExample(folder)
  const stop = new AbortController()
  const serving: Promise<number>[] = []
  return {
    folder,
    run: async (script, environment) => {
      const {child, ended} = runScript(folder, script, {environment, stdio: 'pipe'})
      let printed = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk: Buffer) => {
          printed += chunk.toString()
        })
      }
      const exitCode = await ended
      if (exitCode !== 0)
        throw new Error(`${script} of ${name} ended with ${exitCode}:\n${printed}`)
      return printed
    },
    start: (environment) => {
      const {child, ended} = runScript(folder, 'start', {
        environment: {...environment, PORT: '0'},
        signal: stop.signal,
        stdio: 'pipe',
      })
      serving.push(ended)
      let printed = ''
      return new Promise((resolve, reject) => {
        child.stdout?.on('data', (chunk: Buffer) => {
          printed += chunk.toString()
          const [, port] = /localhost:(\d+)/.exec(printed) ?? []
          if (port !== undefined) resolve(`http://localhost:${port}`)
        })
        void ended.then(() => reject(new Error(`${name} was not served:\n${printed}`)))
      })
    },
    remove: async () => {
      stop.abort()
      await Promise.all(serving)
      await rm(home, {recursive: true, force: true})
    },
  }
}
