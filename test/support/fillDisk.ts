import {ServerError} from '@sanity/client'
import {expect} from 'vitest'

import type {LakeProcess} from './lakeProcess.ts'

const TEXT = 'x'.repeat(20_000)

/**
 * Writes until the disk of a lake is full. The refusal is one that makes Studio keep what was typed,
 * it names the place, and what was acknowledged before is there, the refused half of nothing. Returns
 * the ids of what is there.
 */
export async function fillDisk(
  {administrator}: LakeProcess,
  directory: string,
  prefix: string,
): Promise<string[]> {
  const before = await ids(administrator)
  const written: string[] = []
  const write = async (): Promise<never> => {
    for (let index = 0; ; index++) {
      const pair = ['a', 'b'].map((half) => `${prefix}-${index}-${half}`)
      const transaction = administrator.transaction()
      for (const _id of pair) transaction.create({_id, _type: 'note', text: TEXT})
      await transaction.commit({returnDocuments: false})
      written.push(...pair)
    }
  }
  const refusal = await write().catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(ServerError)
  expect(refusal).toMatchError(507)
  expect(String(refusal)).toContain(
    `The disk of ${directory} is full: nothing was written. Free some space; the lake goes on by itself.`,
  )
  expect(String(refusal)).toMatch(/traceId: [\da-f]{32}/)
  const all = [...before, ...written].toSorted()
  expect(await ids(administrator)).toEqual(all)
  return all
}

/** The ids of all documents, in order. */
export function ids(client: LakeProcess['administrator']): Promise<string[]> {
  return client.fetch<string[]>('*[] | order(_id)._id')
}
