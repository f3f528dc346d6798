import {spawn, type ChildProcessWithoutNullStreams} from 'node:child_process'
import path from 'node:path'

import {onTestFinished} from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const MAIN = path.join(ROOT, 'cli', 'main.ts')

/** How a command ended, and all it printed. */
export interface Finished {
  exitCode: number | null
  stdout: string
  stderr: string
}

/** A command under way. */
export interface Running {
  child: ChildProcessWithoutNullStreams
  /** Resolves with the first match in what it prints; rejects when it ends without. */
  printed: (pattern: RegExp) => Promise<RegExpExecArray>
  finished: Promise<Finished>
}

/** Starts the real command line in a process of its own; it is killed when the test is over. */
export function startCommand(
  args: readonly string[],
  environment: object = {},
  launcher: readonly string[] = [],
): Running {
  const [command = '', ...rest] = [...launcher, process.execPath, MAIN, ...args]
  const child = spawn(command, rest, {
    cwd: ROOT,
    env: {...process.env, NO_COLOR: '1', ...environment},
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let stdout = ''
  let stderr = ''
  const waiting = new Set<() => void>()
  const notify = (): void => {
    for (const check of waiting) check()
  }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
    notify()
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  const finished = new Promise<Finished>((resolve) => {
    child.once('close', (exitCode) => resolve({exitCode, stdout, stderr}))
  })

  const printed = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const match = pattern.exec(stdout)
        if (match === null) return
        waiting.delete(check)
        resolve(match)
      }
      waiting.add(check)
      check()
      void finished.then(() =>
        reject(new Error(`It ended without ${pattern}:\n${stdout}${stderr}`)),
      )
    })

  return {child, printed, finished}
}

/** Runs the real command line to its end. */
export async function runCommand(
  args: readonly string[],
  {input = '', environment = {}}: {input?: string; environment?: object} = {},
): Promise<Finished> {
  const {child, finished} = startCommand(args, environment)
  child.stdin.end(input)
  return finished
}
