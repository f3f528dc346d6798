import {generateNewsroom, type NewsroomDocument} from '../../newsroom/generateNewsroom.ts'
import type {ServerProcess} from '../../process/server.ts'
import type {Figure} from '../../row.ts'

/** Documents in one transaction. */
const BATCH = 100
/** Transactions that are under way at a time, as many as `@sanity/import` sends. */
const IN_FLIGHT = 6
/** Documents that are made up before they are sent: they need some 40 MB. */
const ROUND = 2_000
/** What has to be there before anything of a later group refers to it. */
const GROUPS = [
  ['unit', 'organisation'],
  ['person', 'poll'],
]

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
  const bare = await rateOf(size, `${floor.url}/import`, (documents) => documents)
  const rate = await rateOf(
    size,
    `${server.url}/v2025-02-19/data/mutate/production?returnIds=true`,
    (documents) => ({mutations: documents.map((document) => ({createOrReplace: document}))}),
    token,
  )
  return [
    {name: 'import', value: rate, unit: 'documents/s', floor: bare, atLeast: 2_500},
    {name: 'import, share of floor', value: rate / bare, unit: '×', atLeast: 0.5},
  ]
}

/** Documents a second; making them up and writing them as JSON does not count. */
async function rateOf(
  size: number,
  url: string,
  bodyOf: (documents: readonly NewsroomDocument[]) => unknown,
  token?: string,
): Promise<number> {
  let count = 0
  let time = 0
  for (const round of roundsOf(generateNewsroom(size))) {
    const bodies: string[] = []
    for (let at = 0; at < round.length; at += BATCH) {
      bodies.push(JSON.stringify(bodyOf(round.slice(at, at + BATCH))))
    }
    const left = bodies.values()
    const sendInTurn = async (): Promise<void> => {
      for (const body of left) await post(url, body, token)
    }
    const began = performance.now()
    await Promise.all(Array.from({length: IN_FLIGHT}, sendInTurn))
    time += performance.now() - began
    count += round.length
  }
  return (count / time) * 1000
}

/** Documents that may be written in any order once those before them are there. */
function* roundsOf(documents: Iterable<NewsroomDocument>): Generator<NewsroomDocument[]> {
  let round: NewsroomDocument[] = []
  let group = 0
  for (const document of documents) {
    const own = GROUPS.findIndex((types) => types.includes(document._type))
    if (round.length === ROUND || (round.length > 0 && own !== group)) {
      yield round
      round = []
    }
    group = own
    round.push(document)
  }
  if (round.length > 0) yield round
}

/** Posts JSON; whatever is refused ends the run. */
export async function send(url: string, body: unknown, token?: string): Promise<void> {
  await post(url, JSON.stringify(body), token)
}

async function post(url: string, body: string, token?: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json', ...(token && {authorization: `Bearer ${token}`})},
    body,
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}: ${text}`)
}
