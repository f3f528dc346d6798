import {createHash} from 'node:crypto'

import type {SanityClient, SanityDocument} from '@sanity/client'
import {expect} from 'vitest'

import {startLake} from './lakeProcess.ts'

const WRITERS = 6
/** The kill comes after so many acknowledgements, each time another number. */
const LEAST_ACKNOWLEDGED = 20
const MOST_ACKNOWLEDGED = 120

/** What one writer was told is stored: how far it counted, and the digest of each entry. */
interface Acknowledged {
  count: number
  digests: Map<string, string>
}

/**
 * Kills a lake in a storm of writes, starts it again and compares all it holds with what it had
 * acknowledged, so many times over the same directory. A transaction that was under way may have
 * been stored, but not by half. Returns how many transactions were acknowledged.
 */
export async function killInStorms(directory: string, kills: number): Promise<number> {
  const writers = Array.from({length: WRITERS}, (): Acknowledged => ({
    count: 0,
    digests: new Map(),
  }))
  for (let kill = 0; kill < kills; kill++) {
    const lake = await startLake(directory)
    await compare(lake.administrator, writers)
    const range = MOST_ACKNOWLEDGED - LEAST_ACKNOWLEDGED
    let left = LEAST_ACKNOWLEDGED + Math.floor(Math.random() * range)
    let killed: Promise<unknown> | undefined
    const acknowledge = (): void => {
      left -= 1
      if (left === 0) killed = lake.end('SIGKILL')
    }
    await Promise.all(
      writers.map((writer, index) =>
        writeUntilKilled(lake.administrator, index, writer, acknowledge),
      ),
    )
    await killed
  }
  const lake = await startLake(directory)
  await compare(lake.administrator, writers)
  await lake.end('SIGTERM')
  return writers.reduce((sum, {count}) => sum + count, 0)
}

/** Each transaction writes a new entry and counts it. */
async function writeUntilKilled(
  client: SanityClient,
  index: number,
  writer: Acknowledged,
  acknowledge: () => void,
): Promise<void> {
  for (;;) {
    const count = writer.count + 1
    const counter = `counter-${index}`
    const _id = `entry-${index}-${count}`
    const text = createHash('sha256')
      .update(_id)
      .digest('hex')
      .repeat(1 + (count % 40))
    try {
      const written = await client
        .transaction()
        .createIfNotExists({_id: counter, _type: 'counter'})
        .create({_id, _type: 'entry', text})
        .patch(counter, {set: {count}})
        .commit({returnDocuments: true})
      const entry = written.find((document) => document._id === _id)
      if (!entry) throw new Error(`${_id} was written and not returned.`)
      writer.count = count
      writer.digests.set(_id, digestOf(entry))
      acknowledge()
    } catch (error) {
      // Whatever else goes wrong must fail the test.
      if (!isCutOff(error)) throw error
      return
    }
  }
}

async function compare(client: SanityClient, writers: readonly Acknowledged[]): Promise<void> {
  const query = '*[_type in ["entry", "counter"]]'
  const documents: SanityDocument[] = await client.fetch(query, {}, {perspective: 'raw'})
  const found = new Map(documents.map((document) => [document._id, document]))
  for (const [index, writer] of writers.entries()) {
    const counted = Number(found.get(`counter-${index}`)?.['count'] ?? 0)
    const last = found.get(`entry-${index}-${writer.count + 1}`)
    expect(counted).toBe(last ? writer.count + 1 : writer.count)
    if (last) {
      writer.count += 1
      writer.digests.set(last._id, digestOf(last))
    }
  }
  const expected = new Map(writers.flatMap(({digests}) => [...digests]))
  const entries = documents.filter(({_type}) => _type === 'entry')
  expect(new Map(entries.map((entry) => [entry._id, digestOf(entry)]))).toEqual(expected)
}

function digestOf(document: SanityDocument): string {
  const fields = Object.entries(document).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/** The connection broke, as it does when the other side is killed. */
function isCutOff(error: unknown): boolean {
  return error instanceof TypeError && /^(?:fetch failed|terminated)$/.test(error.message)
}
