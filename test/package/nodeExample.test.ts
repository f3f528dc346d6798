import {execFile} from 'node:child_process'
import path from 'node:path'
import {promisify} from 'node:util'

import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openExampleLake, type ExampleLake} from '../../scripts/exampleSteps.ts'
import {installedExample, type ExampleProject} from '../support/exampleProject.ts'

const run = promisify(execFile)
const tsc = path.resolve(import.meta.dirname, '../../node_modules/.bin/tsc')

describe('the Node script among the examples', () => {
  let example: ExampleProject
  let lake: ExampleLake

  beforeAll(async () => {
    example = await installedExample('node')
    lake = await openExampleLake({})
  })

  afterAll(async () => {
    await lake?.close()
    await example?.remove()
  })

  it('prints who speaks in the seeded story, who is only spoken of and what was counted', async () => {
    expect(await example.run('start', lake.environment)).toBe(SHEET)
  })

  it('is checked against the types of the package', async () => {
    const flags = ['--noEmit', '--checkJs', '--strict', '--skipLibCheck', '--target', 'es2024']
    const modules = ['--module', 'nodenext', '--types', '', '--lib', 'esnext,dom']
    const {stdout} = await run(tsc, [...flags, ...modules, 'story.js'], {cwd: example.folder})
    expect(stdout).toBe('')
  })
})

const SHEET = `
`
