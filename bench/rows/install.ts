import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {sizeOf} from '../process/sizeOf.ts'
import type {Row} from '../row.ts'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * The packed package in an empty project, without Studio and the other peers, which are all optional.
 * Everything comes from npm's cache on this machine: what is not in it ends the run.
 */
export const install: Row = {
  name: 'install',
  run: async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'storygraph-install-'))
    try {
      const npm = (cwd: string, ...args: readonly string[]): string =>
        execFileSync('npm', args, {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']})
      const packed = npm(root, 'pack', '--silent', '--pack-destination', home).trim()
      writeFileSync(path.join(home, 'package.json'), '{"private": true}')
      const began = performance.now()
      npm(home, 'install', '--silent', '--offline', '--no-audit', '--no-fund', `./${packed}`)
      const seconds = (performance.now() - began) / 1000
      const size = sizeOf(path.join(home, 'node_modules')) / 1_000_000
      return [
        {name: 'npm install without peers, size', value: size, unit: 'MB', atMost: 40},
        {name: 'npm install without peers, time', value: seconds, unit: 's', atMost: 20},
      ]
    } finally {
      rmSync(home, {recursive: true, force: true})
    }
  },
}
