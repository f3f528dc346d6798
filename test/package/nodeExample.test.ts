import {execFile} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {promisify} from 'node:util'

import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {EXAMPLES, openExampleLake, type ExampleLake} from '../../scripts/exampleSteps.ts'
import {installedExample, type ExampleProject} from '../support/exampleProject.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')

describe('npm run example', () => {
  it.each([
    {args: [], begins: 'Which example? '},
    {args: ['nothing'], begins: 'There is no example "nothing": '},
    {args: ['..'], begins: 'There is no example "..": '},
    {args: ['site', '--bulid'], begins: 'There is no example "site --bulid": '},
  ])('names the examples there are when it is given $args', async ({args, begins}) => {
    const refused = await run(process.execPath, ['scripts/example.ts', ...args], {cwd: root}).then(
      () => undefined,
      ({code, stdout, stderr}: {code: number; stdout: string; stderr: string}) => ({
        code,
        stdout,
        stderr,
      }),
    )
    const names = readdirSync(EXAMPLES).filter((name) =>
      existsSync(path.join(EXAMPLES, name, 'package.json')),
    )
    expect(refused).toEqual({
      code: 1,
      stdout: '',
      stderr: `${begins}npm run example -- NAME [--build], where NAME is one of ${names.join(', ')}.\n`,
    })
  })
})

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
    const flags = ['--checkJs', '--strict', '--skipLibCheck', '--target', 'es2024']
    const modules = ['--module', 'nodenext', '--types', 'node', '--lib', 'esnext,dom']
    expect(await example.typeCheck(...flags, ...modules, 'story.js')).toBe('')
  })
})

const SHEET = `Belarusian dissidents join Ukraine’s fight against Russia

Speaks
  Vadim Prokopiev: 6, first “It was pretty understandable, obviously they were expecting all kinds of trouble from Belarus,”
  Nobody in particular: 1, first “special operatives”
  Mike: 3, first “For years, we wrote petitions and met with politicians,”
  Kandalaksha: 1, first “The Kremlin’s Russia is a cancer on the planet and if you look at the majority of conflicts in the world you will find something leading to Russia.”
  Alina Korotkevich: 2, first “The fate of Europe will be resolved in Ukraine, so I no longer think of going home,”
  Palina Brodik: 3, first “Many people have in their minds the picture of bombs being sent from Belarus,”

Is spoken of
  Alexander Lukashenko
  Alexei Navalny
  Putin
  Sergei Skripal

Counts
  two-thirds: the use of Belarusian infrastructure for Russia’s military operations in Ukraine (Poll on the war, Belarus, April)
  more than 50 per cent: Russia’s actions in Ukraine (Poll on the war, Belarus, April)
  11 per cent: sending Belarusian troops into Ukraine (Poll on the war, Belarus, April)
`
