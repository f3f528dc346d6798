import {spawn} from 'node:child_process'
import {createWriteStream, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

import {generateArticles} from '../articles/generateArticles.ts'
import type {Figure, Row} from '../row.ts'

/** Megabytes that the seeding process gets for its heap, however large the archive is. */
const HEAP = 512
const MAIN = path.resolve(import.meta.dirname, '../../cli/main.ts')

/** An archive goes into the embedded lake through the real command, in a process with a small heap. */
export const archive: Row = {
  name: 'archive',
  run: async ({size = 10_000}) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'storygraph-bench-'))
    try {
      const file = path.join(directory, 'archive.jsonl')
      await pipeline(Readable.from(lines(size)), createWriteStream(file))
      return await seed(file, path.join(directory, 'lake'), size)
    } finally {
      rmSync(directory, {recursive: true, force: true})
    }
  },
}

function* lines(size: number): Generator<string> {
  for (const article of generateArticles(size)) yield `${JSON.stringify(article)}\n`
}

async function seed(file: string, data: string, size: number): Promise<Figure[]> {
  const heap = `--max-old-space-size=${HEAP}`
  const began = performance.now()
  const child = spawn(process.execPath, [heap, MAIN, 'seed', file, '--data', data, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk
  })
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, peakMemory(child.pid))
  }, 500)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearInterval(watch)
  if (code !== 0)
    throw new Error(`Seeding ${size} articles in ${HEAP} MB of heap ended with ${code}.`)
  const seconds = (performance.now() - began) / 1000
  const {articles} = JSON.parse(printed)
  return [
    {name: `articles seeded, ${HEAP} MB of heap`, value: articles.created, unit: '', atLeast: size},
    {name: 'time', value: seconds, unit: 's'},
    {name: 'speed', value: size / seconds, unit: 'articles/s'},
    ...(memory > 0 ? [{name: 'largest size of the process', value: memory, unit: 'MB'}] : []),
  ]
}

/** The largest size of a process so far in megabytes; 0 where the system does not tell. */
function peakMemory(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
