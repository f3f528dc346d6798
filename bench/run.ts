/**
 * Measures what has to be fast or small: `npm run bench`, or some rows only and another size:
 * `npm run bench -- archive --size 1000`. Ends with 1 when a goal is missed.
 */
import {parseArgs} from 'node:util'

import {figureLine, isReached, type Row} from './row.ts'
import {archive} from './rows/archive.ts'
import {extraction} from './rows/extraction.ts'

const rows: readonly Row[] = [extraction, archive]

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {size: {type: 'string'}},
})
const size = values.size === undefined ? undefined : Number(values.size)
const unknown = positionals.filter((name) => !rows.some((row) => row.name === name))
if (unknown.length > 0 || (size !== undefined && !(size > 0))) {
  console.error(`There are the rows ${rows.map(({name}) => name).join(', ')}, and --size N.`)
  process.exit(1)
}
for (const row of rows) {
  if (positionals.length > 0 && !positionals.includes(row.name)) continue
  for (const figure of await row.run({size})) {
    console.log(figureLine(row.name, figure))
    if (!isReached(figure)) process.exitCode = 1
  }
}
