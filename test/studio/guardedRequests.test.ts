import {describe, expect, it, onTestFinished} from 'vitest'

import {enforce, guardedRequests} from '../../studio/scheduling/guardedRequests.ts'
import {names, release, springRelease} from '../support/release.ts'
import {testLake} from '../support/testLake.ts'

const releaseId = 'rSpring'
const schedule = {
  actionType: 'sanity.action.release.schedule',
  releaseId,
  publishAt: '2100-01-01T08:00:00.000Z',
} as const

/** A lake with a release, a client that is guarded, and what was asked of the check. */
async function guarded(problems: readonly string[]) {
  const {administrator} = await testLake()
  await springRelease(administrator)
  const asked: string[][] = []
  const lift = enforce(async (checked) => {
    asked.push([...checked])
    return [...problems]
  })
  onTestFinished(lift)
  return {client: administrator.withConfig({requestHandler: guardedRequests}), asked, lift}
}

describe('guardedRequests', () => {
  it('holds a release back that has problems, and says which', async () => {
    const {client, asked} = await guarded(['1 suggestion is left.', 'It is embargoed.'])
    await expect(client.releases.publish({releaseId})).rejects.toThrow(
      '1 suggestion is left. · It is embargoed.',
    )
    await expect(client.action([schedule, {...schedule, releaseId: 'rOther'}])).rejects.toThrow(
      '1 suggestion is left. · It is embargoed.',
    )
    expect(asked).toEqual([['rSpring'], ['rSpring', 'rOther']])
    expect((await release(client))?.state).toBe('active')
  })

  it('lets a trial and everything else pass unasked', async () => {
    const {client, asked} = await guarded(['Never.'])
    await client.action(schedule, {dryRun: true})
    await client.releases.edit({releaseId, patch: {set: {'metadata.title': 'May'}}})
    await client.releases.archive({releaseId})
    expect(asked).toEqual([])
  })

  it('lets a release without problems pass, and any once the check is lifted', async () => {
    const sound = await guarded([])
    await sound.client.action(schedule)
    expect((await release(sound.client))?.state).toBe('scheduled')
    const {client, lift} = await guarded(['Never.'])
    lift()
    await client.releases.publish({releaseId})
    expect(await names(client)).toEqual(['a: new'])
  })
})
