import type {SanityClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'

import {sender} from '../../seed/write/sendMutations.ts'
import {writeDocuments} from '../../seed/write/writeDocuments.ts'
import {testLake} from '../support/testLake.ts'

const person = {_id: 'person-1', _type: 'person', name: 'Ada'}

type Trouble = (send: () => Promise<Response>) => Promise<Response>

/** A client whose first transactions meet trouble on their way; it counts all that are sent. */
function troubled(client: SanityClient, ...troubles: Trouble[]) {
  const sent = {times: 0}
  const busy = client.withConfig({
    resolveFetch: () => async (input, init) => {
      const send = async () => fetch(input, init)
      if (!input.includes('/data/mutate/')) return send()
      const trouble = troubles[sent.times++]
      return trouble ? trouble(send) : send()
    },
  })
  return {busy, sent}
}

const answer =
  (status: number, headers: Record<string, string> = {}) =>
  async () =>
    Response.json({error: 'Later', message: 'Later', statusCode: status}, {status, headers})

describe('sending a transaction', () => {
  it('is repeated when the lake asks for patience, and after trouble that passes', async () => {
    const {administrator} = await testLake()
    const patience = answer(429, {'retry-after': '0'})
    const date = answer(503, {'retry-after': new Date(0).toUTCString()})
    const {busy, sent} = troubled(administrator, patience, patience, date)
    const {outcomes} = await writeDocuments(busy, [person])
    expect(outcomes.map(({status}) => status)).toEqual(['created'])
    expect(sent.times).toBe(4)
  })

  it('is not carried out twice when only its answer was lost', async () => {
    const {administrator} = await testLake()
    const {busy, sent} = troubled(administrator, async (send) => {
      await send()
      return answer(502, {'retry-after': '0'})()
    })
    const {outcomes, transactionId} = await writeDocuments(busy, [person])
    expect(outcomes.map(({status}) => status)).toEqual(['created'])
    expect(sent.times).toBe(2)
    expect(await administrator.fetch('*[_id == "person-1"][0]._rev')).toBe(transactionId)
  })

  it('is not repeated when the lake refuses it', async () => {
    const {administrator} = await testLake()
    const {busy, sent} = troubled(administrator, answer(403))
    await expect(sender(busy)([{create: person}])).rejects.toThrow('Later')
    expect(sent.times).toBe(1)
  })

  it('keeps to so many a second', async () => {
    const {administrator} = await testLake()
    const send = sender(administrator, {perSecond: 20})
    const began = performance.now()
    for (let time = 0; time < 5; time++) await send([{createOrReplace: person}])
    expect(performance.now() - began).toBeGreaterThanOrEqual(190)
  })
})
