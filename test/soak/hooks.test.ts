import {expect, it} from 'vitest'

import {hooksThroughKills} from '../support/hooksThroughKills.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

const KILLS = 50

it(`a webhook is told everything by a lake that is killed ${KILLS} times`, async () => {
  const twice = await hooksThroughKills(temporaryDirectory(), KILLS)
  console.log(`${twice} messages came twice`)
  expect(twice).toBeLessThan(KILLS * 5)
})
