import {execFile} from 'node:child_process'
import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {promisify} from 'node:util'

import {inject} from 'vitest'

import {EXAMPLES, installExample, runScript} from '../../scripts/exampleSteps.ts'

/** An example outside the repository, where it finds nothing but what it has installed. */
export interface ExampleProject {
  folder: string
  /** Beside it, for what a test writes. */
  home: string
  /** Runs one of its npm scripts to the end and answers all it printed; throws where it fails. */
  run(script: string, environment: object): Promise<string>
  /** Runs TypeScript’s compiler over it; answers what that complains of. */
  typeCheck(...flags: readonly string[]): Promise<string>
  remove(): Promise<void>
}

const run = promisify(execFile)
const TSC = path.resolve(import.meta.dirname, '../../node_modules/.bin/tsc')

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
  await cp(inject('packed'), path.join(home, path.basename(inject('packed'))))
  await installExample(folder)
  return {
    folder,
    home,
    run: async (script, environment) => {
      const {child, ended} = runScript(folder, script, {environment, stdio: 'pipe'})
      let printed = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (chunk: string) => {
          printed += chunk
        })
      }
      const exitCode = await ended
      if (exitCode !== 0)
        throw new Error(`${script} of ${name} ended with ${exitCode}:\n${printed}`)
      return printed
    },
    typeCheck: (...flags) =>
      run(TSC, ['--noEmit', '--pretty', 'false', ...flags], {cwd: folder}).then(
        () => '',
        (error: {stdout: string}) => error.stdout,
      ),
    remove: () => rm(home, {recursive: true, force: true}),
  }
}
