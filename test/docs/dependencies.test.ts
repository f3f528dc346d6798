import {readFileSync} from 'node:fs'
import path from 'node:path'

import {expect, it} from 'vitest'

import packageJson from '../../package.json' with {type: 'json'}

const ROOT = path.resolve(import.meta.dirname, '../..')
/** Licences under which a newsroom may use, change and pass on what it installs. */
const LICENCES = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']

const page = readFileSync(path.join(ROOT, 'docs/dependencies.md'), 'utf8')
const rows = [...page.matchAll(/^\| `(.+?)` +\|(.+)\|$/gm)].map(([, name = '', cells = '']) => {
  const [use, licence, version, released] = cells.split('|').map((cell) => cell.trim())
  return {name, use, licence, version, released}
})

it('docs/dependencies.md has a line for each dependency and each peer, and no other', () => {
  const {dependencies, peerDependencies} = packageJson
  expect(rows.map(({name}) => name)).toEqual([
    ...Object.keys(dependencies).sort(),
    ...Object.keys(peerDependencies).sort(),
  ])
})

it('each says what it is for, and the licence, version and date of what is installed', () => {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'))
  for (const {name, use, licence, version, released} of rows) {
    const folder = path.join(ROOT, 'node_modules', name, 'package.json')
    const installed = JSON.parse(readFileSync(folder, 'utf8'))
    expect({name, licence, version, locked: lock.packages[`node_modules/${name}`].version}).toEqual(
      {
        name,
        licence: installed.license,
        version: installed.version,
        locked: installed.version,
      },
    )
    expect([name, LICENCES.includes(licence ?? ''), (use ?? '').length > 5]).toEqual([
      name,
      true,
      true,
    ])
    expect(released).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(Date.parse(released ?? '')).toBeLessThan(Date.now())
  }
})
