import path from 'node:path'

import {openBareStore} from '../../floor/bareStore.ts'
import {generateNewsroom} from '../../newsroom/generateNewsroom.ts'
import {medianTime} from '../../process/medianTime.ts'
import type {ServerProcess} from '../../process/server.ts'
import type {Figure} from '../../row.ts'
import {send} from './imports.ts'

const EDITS = 200

/**
 * Changes the headline of one article after another, each durable before it is answered. The floor
 * writes the same article in a bare transaction, without HTTP.
 */
export async function editFigures({
  server,
  token,
  directory,
  size,
}: {
  server: ServerProcess
  token: string
  directory: string
  size: number
}): Promise<Figure[]> {
  const url = `${server.url}/v2025-02-19/data/mutate/production`
  const value = await medianTime(EDITS, (number) => {
    const patch = {id: `article-${number % 100}`, set: {title: `Edited ${number}`}}
    return send(url, {mutations: [{patch}]}, token)
  })
  const articles = [...generateNewsroom(Math.min(size, 1_000))].filter(
    ({_type}) => _type === 'article',
  )
  const store = openBareStore(path.join(directory, 'edits.db'))
  store.write(articles)
  const floor = await medianTime(EDITS, async (number) => {
    const article = articles[number % 100]
    if (article) store.write([{...article, title: `Edited ${number}`}])
  })
  store.close()
  return [
    {name: 'durable edit, p50', value, unit: 'ms', floor},
    {name: 'durable edit, times floor', value: value / floor, unit: '×', atMost: 5},
  ]
}
