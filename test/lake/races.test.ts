import {ClientError} from '@sanity/client'
import {expect, it} from 'vitest'

import {testLake} from '../support/testLake.ts'

const WRITERS = 50

it('loses no update of many who write one document at the same time', async () => {
  const {administrator} = await testLake()
  await administrator.create({_id: 'poll', _type: 'poll', votes: []})

  /** Reads, adds a name and writes back, again until nobody was faster. */
  async function vote(name: string): Promise<number> {
    for (let refused = 0; ; refused++) {
      const poll = await administrator.getDocument<{votes: string[]}>('poll')
      if (!poll) throw new Error('The poll is gone.')
      const votes = [...poll.votes, name]
      try {
        await administrator.patch('poll').ifRevisionId(poll._rev).set({votes}).commit()
        return refused
      } catch (error) {
        if (!(error instanceof ClientError && error.statusCode === 409)) throw error
      }
    }
  }

  const names = Array.from({length: WRITERS}, (_, index) => `writer ${index}`)
  const refusals = await Promise.all(names.map(vote))

  const poll = await administrator.getDocument<{votes: string[]}>('poll')
  expect(poll?.votes.toSorted()).toEqual(names.toSorted())
  // They did get in each other's way.
  expect(refusals.some((refused) => refused > 0)).toBe(true)
})

it('writes once what is sent many times with one transaction id', async () => {
  const {administrator} = await testLake()
  await administrator.create({_id: 'poll', _type: 'poll', votes: 0})
  const send = () =>
    administrator.mutate([{patch: {id: 'poll', inc: {votes: 1}}}], {
      transactionId: 'vote-1',
      returnDocuments: false,
    })
  const [first, ...others] = await Promise.all(Array.from({length: WRITERS}, send))
  for (const answer of others) expect(answer).toEqual(first)
  expect(await administrator.fetch('*[_id == "poll"][0]{votes, _rev}')).toEqual({
    votes: 1,
    _rev: 'vote-1',
  })
})
