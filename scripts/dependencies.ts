import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {resolve} from 'node:path'

import packageJson from '../package.json' with {type: 'json'}

// Brings versions, licences and dates in docs/dependencies.md up to date; asks the registry when each
// version was released. What a package is for stays as it was written by hand.

const root = resolve(import.meta.dirname, '..')
const page = resolve(root, 'docs/dependencies.md')
const text = readFileSync(page, 'utf8')

const purposes = new Map(
  [...text.matchAll(/^\| `([^`]+)` +\| ([^|]*?) +\|/gm)].map(([, name = '', use = '']) => [
    name,
    use,
  ]),
)
const tables = [packageJson.dependencies, packageJson.peerDependencies].map(tableOf)
const parts = text.split(/(?:^\|.*\n?)+/m)
writeFileSync(page, parts.flatMap((part, index) => [part, tables[index] ?? '']).join(''))
execFileSync('oxfmt', [page])

function tableOf(dependencies: Record<string, string>): string {
  const rows = Object.keys(dependencies)
    .sort()
    .map((name) => {
      const {version, license} = JSON.parse(
        readFileSync(resolve(root, 'node_modules', name, 'package.json'), 'utf8'),
      )
      const times = JSON.parse(
        execFileSync('npm', ['view', name, 'time', '--json'], {encoding: 'utf8'}),
      )
      const released = String(times[version]).slice(0, 10)
      return `| \`${name}\` | ${purposes.get(name) ?? ''} | ${license} | ${version} | ${released} |`
    })
  const head = '| package | what it is for | licence | version | released |\n| - | - | - | - | - |'
  return `${head}\n${rows.join('\n')}\n`
}
