import {expect, it} from 'vitest'

import {killInStorms} from '../support/killStorm.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

const KILLS = 100

it(`a lake killed ${KILLS} times holds every transaction that it acknowledged`, async () => {
  const acknowledged = await killInStorms(temporaryDirectory(), KILLS)
  console.log(`${acknowledged} transactions acknowledged and found again`)
  expect(acknowledged).toBeGreaterThanOrEqual(KILLS * 20)
})
