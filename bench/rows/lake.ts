import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {isDeepStrictEqual} from 'node:util'

import {newsroomCounts} from '../newsroom/generateNewsroom.ts'
import {pages, type Page} from '../newsroom/questions.ts'
import {loadPages, type Asked, type Load} from '../process/load.ts'
import {startServer, type ServerProcess} from '../process/server.ts'
import type {Figure, Row, RowOptions} from '../row.ts'
import {importFigures} from './lake/imports.ts'
import {editFigures} from './lake/edits.ts'
import {queryFigures} from './lake/queryTimes.ts'
import {coldStartFigures} from './lake/coldStart.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** How long each page is asked for, in milliseconds. */
const DURATION = 4_000

/** The embedded lake under load at several sizes, each beside a bare server over SQLite. */
export const lake: Row = {
  name: 'lake',
  run: async ({sizes, progress}) => {
    const bySize: Figure[][] = []
    for (const size of sizes) bySize.push(await measure(size, progress))
    return [...bySize.flat(), ...growth(sizes, bySize)]
  },
}

async function measure(size: number, progress: RowOptions['progress']): Promise<Figure[]> {
  const directory = mkdtempSync(path.join(tmpdir(), 'storygraph-bench-'))
  const data = path.join(directory, 'lake')
  const bareFile = path.join(directory, 'floor.db')
  const main = path.join(root, 'dist/cli/main.js')
  const lakeArgs = [main, 'lake', '--port', '0', '--data', data, '--log', 'off']
  const floorArgs = [path.join(root, 'bench/floor/serve.ts'), bareFile]
  const figures: Figure[] = []
  const add = (measured: readonly Figure[]): void => {
    for (const figure of measured) {
      figures.push({...figure, size})
      progress(`  ${figure.name}: ${figure.value.toFixed(2)} ${figure.unit}`)
    }
  }
  try {
    progress(`${size} documents: import`)
    let [server, floor] = [await startServer(lakeArgs), await startServer(floorArgs)]
    const token = readFileSync(path.join(data, 'token'), 'utf8').trim()
    add(await importFigures({server, floor, token, size}))
    await Promise.all([server.stop(), floor.stop()])

    progress(`${size} documents: cold start`)
    add(await coldStartFigures(lakeArgs, floorArgs, size))

    ;[server, floor] = [await startServer(lakeArgs), await startServer(floorArgs)]
    const forgetful = await startServer([...floorArgs, '0'])
    try {
      for (const page of pages) {
        progress(`${size} documents: ${page.name}`)
        add(await pageFigures(page, {server, floor, forgetful}, size))
      }
      add([
        {
          name: 'memory under load',
          value: server.memory(),
          unit: 'MB',
          floor: floor.memory(),
          atMost: 400,
        },
      ])
      progress(`${size} documents: edits`)
      add(await editFigures({server, token, directory, size}))
    } finally {
      await Promise.all([server.stop(), floor.stop(), forgetful.stop()])
    }
    progress(`${size} documents: queries`)
    add(queryFigures(path.join(data, 'datasets/production.db'), size))
    return figures
  } finally {
    rmSync(directory, {recursive: true, force: true})
  }
}

/** The lake, and two floors: one keeps parsed documents as the lake does, the other none. */
interface Servers {
  server: ServerProcess
  floor: ServerProcess
  forgetful: ServerProcess
}

async function pageFigures(
  page: Page,
  {server, floor, forgetful}: Servers,
  size: number,
): Promise<Figure[]> {
  const {articles, people} = newsroomCounts(size)
  const slugOf = (number: number): string =>
    // Far apart, so that neighbours are not read together.
    `${page.type}-${(number * 7919) % (page.type === 'article' ? articles : people)}`
  const asked = (number: number): Asked => questionOf(page.query, slugOf(number))
  const bareOf = (number: number): Asked => ({path: `/${page.floor}/${slugOf(number)}`})
  if (page.floor) {
    await requireSameAnswer(`${server.url}${asked(1).path}`, `${floor.url}${bareOf(1).path}`)
  }

  const parsing = page.payload && (await loadPages(forgetful, bareOf, DURATION))
  // One right after the other: the machine does not stay as quick as it is.
  const bare = page.floor && (await loadPages(floor, bareOf, DURATION))
  const load = await loadPages(server, asked, DURATION)
  return [
    ...(['rate', 'p50', 'p99', 'cpu'] as const).map((of) => figure(page.name, of, load, bare)),
    ...(bare
      ? [
          {
            name: `${page.name}: rate, share of floor`,
            value: load.rate / bare.rate,
            unit: '×',
            atLeast: 0.7,
          },
          {
            name: `${page.name}: CPU, times floor`,
            value: load.cpu / bare.cpu,
            unit: '×',
            atMost: 1.5,
          },
        ]
      : []),
    ...(parsing && page.payload
      ? [
          {
            name: `${page.name}: share of a floor that parses, times Payload’s`,
            value: load.rate / parsing.rate / page.payload.share,
            unit: '×',
            atLeast: page.payload.atLeast,
          },
        ]
      : []),
  ]
}

/** How long the query in an address may be before `@sanity/client` posts it instead. */
const LONGEST_ADDRESS = 11_264

/** Asks as `@sanity/client` does. */
function questionOf(query: string, slug: string): Asked {
  const path = '/v2025-02-19/data/query/production'
  const options = 'returnQuery=false&perspective=published'
  const params = {slug, ...(query.includes('$language') && {language: null})}
  const given = Object.entries(params).map(([name, value]) => [`$${name}`, JSON.stringify(value)])
  const search = `?${new URLSearchParams([['query', query], ...given])}`
  if (search.length < LONGEST_ADDRESS) return {path: `${path}${search}&${options}`}
  return {path: `${path}?${options}`, body: JSON.stringify({query, params})}
}

const units = {rate: 'pages/s', p50: 'ms', p99: 'ms', cpu: 'CPU ms'} as const

function figure(name: string, of: keyof Load, load: Load, bare: Load | undefined): Figure {
  const floor = bare && {floor: bare[of]}
  return {name: `${name}: ${of}`, value: load[of], unit: units[of], ...floor}
}

/** A floor that answers something else would be no floor. */
async function requireSameAnswer(url: string, bareUrl: string): Promise<void> {
  const [answer, bare] = await Promise.all([url, bareUrl].map(resultOf))
  const withoutOwn = JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      ['_rev', '_createdAt', '_updatedAt', '_originalId'].includes(key) ? undefined : value,
    ),
  )
  if (!isDeepStrictEqual(withoutOwn, bare)) {
    throw new Error(`The floor answers ${bareUrl} with something else than the lake.`)
  }
}

async function resultOf(url: string): Promise<unknown> {
  const response = await fetch(url)
  const {result} = JSON.parse(await response.text())
  return result
}

/** How much the time of a page and of a query grows from the smallest size to the largest. */
function growth(sizes: readonly number[], bySize: readonly Figure[][]): Figure[] {
  const [first, last] = [bySize[0], bySize.at(-1)]
  if (!first || !last || first === last) return []
  const from = `${sizes[0]} to ${sizes.at(-1)}`
  return first.flatMap(({name, value, unit}) => {
    const grown = last.find((figure) => figure.name === name)
    const isPage = unit === 'CPU ms'
    if (!grown || !(isPage || name.startsWith('query'))) return []
    const goal = isPage ? {atMost: 2} : {}
    return [{name: `${name}: growth ${from}`, value: grown.value / value, unit: '×', ...goal}]
  })
}
