import {generateNewsroom, type NewsroomDocument} from '../../newsroom/generateNewsroom.ts'
import type {ServerProcess} from '../../process/server.ts'
import type {Figure} from '../../row.ts'

/** Documents in one transaction, as `@sanity/import` groups them. */
const BATCH = 100

/** Documents are written over HTTP, to the lake through its real path, and to the floor. */
export async function importFigures({
  server,
  floor,
  token,
  size,
}: {
  server: ServerProcess
  floor: ServerProcess
  token: string
  size: number
}): Promise<Figure[]> {
  const bare = await rateOf(size, (batch) => send(`${floor.url}/import`, batch))
  const rate = await rateOf(size, (batch) =>
    send(
      `${server.url}/v2025-02-19/data/mutate/production?returnIds=true`,
      {mutations: batch.map((document) => ({createOrReplace: document}))},
      token,
    ),
  )
  return [
    {name: 'import', value: rate, unit: 'documents/s', floor: bare, atLeast: 2_500},
    {name: 'import, share of floor', value: rate / bare, unit: '×', atLeast: 0.5},
  ]
}

/** Documents a second; making them up does not count. */
async function rateOf(
  size: number,
  write: (batch: readonly NewsroomDocument[]) => Promise<void>,
): Promise<number> {
  let count = 0
  let time = 0
  for (const batch of batchesOf(generateNewsroom(size))) {
    const began = performance.now()
    await write(batch)
    time += performance.now() - began
    count += batch.length
  }
  return (count / time) * 1000
}

function* batchesOf(documents: Iterable<NewsroomDocument>): Generator<NewsroomDocument[]> {
  let batch: NewsroomDocument[] = []
  for (const document of documents) {
    batch.push(document)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Posts JSON; whatever is refused ends the run. */
export async function send(url: string, body: unknown, token?: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json', ...(token && {authorization: `Bearer ${token}`})},
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}: ${text}`)
}
