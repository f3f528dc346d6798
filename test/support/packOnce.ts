import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'

import type {TestProject} from 'vitest/node'

import {packPackage} from '../../scripts/exampleSteps.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The file of the packed package. */
    packed: string
  }
}

/** Packs the package once for all files that install it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'storygraph-pack-'))
  project.provide('packed', await packPackage(folder))
  return () => rm(folder, {recursive: true, force: true})
}
