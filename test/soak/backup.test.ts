import {readdirSync} from 'node:fs'

import {expect, it} from 'vitest'

import {backupsUnderLoad} from '../support/backupsUnderLoad.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'

const BACKUPS = 20

it(`${BACKUPS} backups of a lake that is written to are whole, and hold nothing that was erased since`, async () => {
  const folder = temporaryDirectory()
  await backupsUnderLoad(temporaryDirectory(), folder, BACKUPS)
  expect(readdirSync(folder)).toHaveLength(BACKUPS)
})
