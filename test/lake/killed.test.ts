import {expect, it} from 'vitest'

import {killInStorms} from '../support/killStorm.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

it('a killed lake holds every transaction that it acknowledged, and none by half', async () => {
  expect(await killInStorms(temporaryDirectory(), 3)).toBeGreaterThanOrEqual(60)
}, 120_000)
