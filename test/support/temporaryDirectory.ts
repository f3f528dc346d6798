import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

import {onTestFinished} from 'vitest'

/** A new empty directory, removed when the test is over. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'storygraph-'))
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}))
  return directory
}
