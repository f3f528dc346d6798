import {medianOf} from '../../process/medianTime.ts'
import {startServer} from '../../process/server.ts'
import type {Figure} from '../../row.ts'

const STARTS = 5
const FIRST = encodeURIComponent('*[_id == "article-0"][0]')

/** From the start of the process to the first article, the system's file cache being warm. */
export async function coldStartFigures(
  lakeArgs: readonly string[],
  floorArgs: readonly string[],
  size: number,
): Promise<Figure[]> {
  const value = await startTime(lakeArgs, `/v2025-02-19/data/query/production?query=${FIRST}`)
  const floor = await startTime(floorArgs, '/article/article-0')
  return [{name: 'cold start', value, unit: 'ms', floor, atMost: size > 10_000 ? 400 : 250}]
}

async function startTime(args: readonly string[], path: string): Promise<number> {
  const times: number[] = []
  for (let start = 0; start < STARTS; start++) {
    const began = performance.now()
    const server = await startServer(args)
    const response = await fetch(`${server.url}${path}`)
    await response.text()
    times.push(performance.now() - began)
    await server.stop()
  }
  return medianOf(times)
}
