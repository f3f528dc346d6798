/** Measures what has to be fast or small: `npm run bench -- --help`. Ends with 1 when a goal is missed. */
import {cpus, loadavg} from 'node:os'
import {parseArgs} from 'node:util'

import {heading, readResults, resultLine, writeResults, type Result} from './results.ts'
import {isReached, type Row} from './row.ts'
import {archive} from './rows/archive.ts'
import {extraction} from './rows/extraction.ts'
import {frontEnd} from './rows/frontEnd.ts'
import {install} from './rows/install.ts'
import {lake} from './rows/lake.ts'
import {start} from './rows/start.ts'

const rows: readonly Row[] = [lake, frontEnd, install, start, extraction, archive]
const names = rows.map(({name}) => name).join(', ')

const HELP = `npm run bench -- [ROW…] [--rows A,B] [--sizes N,N] [--size N] [--json FILE] [--compare FILE]

  ROW             which rows to measure (${names}); all when none is named
  --sizes N,N     documents in the lake, 1000,10000,100000 by default
  --size N        one size for the lake, and how many articles other rows take
  --json FILE     keep the results
  --compare FILE  print the change against results kept before`

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {
    rows: {type: 'string'},
    size: {type: 'string'},
    sizes: {type: 'string'},
    json: {type: 'string'},
    compare: {type: 'string'},
    help: {type: 'boolean'},
  },
})
const wanted = [...positionals, ...(values.rows?.split(',') ?? [])]
const size = values.size === undefined ? undefined : Number(values.size)
const sizes = (values.sizes ?? values.size ?? '1000,10000,100000').split(',').map(Number)

if (values.help) console.log(HELP)
else if (
  wanted.some((name) => !rows.some((row) => row.name === name)) ||
  !sizes.every((count) => Number.isSafeInteger(count) && count > 0)
) {
  console.error(HELP)
  process.exitCode = 1
} else await measure()

async function measure(): Promise<void> {
  const earlier = values.compare === undefined ? undefined : readResults(values.compare)
  const date = new Date().toISOString()
  const progress = (what: string): void => console.error(`… ${what}`)
  const results: Result[] = []
  for (const row of rows) {
    if (wanted.length > 0 && !wanted.includes(row.name)) continue
    progress(row.name)
    const figures = await row.run({size, sizes, progress})
    results.push(...figures.map((figure) => ({row: row.name, ...figure})))
  }
  console.log(heading)
  for (const result of results) console.log(resultLine(result, earlier))
  if (results.some((result) => !isReached(result))) process.exitCode = 1
  const machine = {date, node: process.version, cpu: cpus()[0]?.model, cores: cpus().length}
  if (values.json) writeResults(values.json, results, {...machine, load: loadavg()})
}
