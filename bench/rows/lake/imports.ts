import type {NewsroomDocument} from '../../newsroom/generateNewsroom.ts'
import type {ServerProcess} from '../../process/server.ts'
import type {Figure} from '../../row.ts'

/** Documents in one transaction, as `@sanity/import` groups them. */
const BATCH = 100

/** Documents are written over HTTP, to the lake through its real path, and to the floor. */
export async function importFigures({
  server,
  floor,
  token,
  documents,
}: {
  server: ServerProcess
  floor: ServerProcess
  token: string
  documents: readonly NewsroomDocument[]
}): Promise<Figure[]> {
  const bare = await rateOf(documents, (batch) => send(`${floor.url}/import`, batch))
  const rate = await rateOf(documents, (batch) =>
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

async function rateOf(
  documents: readonly NewsroomDocument[],
  write: (batch: readonly NewsroomDocument[]) => Promise<void>,
): Promise<number> {
  const began = performance.now()
  for (let start = 0; start < documents.length; start += BATCH) {
    await write(documents.slice(start, start + BATCH))
  }
  return documents.length / ((performance.now() - began) / 1000)
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
