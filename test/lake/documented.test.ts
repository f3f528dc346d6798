import {readFile} from 'node:fs/promises'
import path from 'node:path'

import {expect, it} from 'vitest'

import {testLake} from '../support/testLake.ts'

const DOCUMENT = path.resolve(import.meta.dirname, '../../docs/lake.md')

/** The first cell of each row of a table that names an endpoint. */
async function documented(): Promise<string[]> {
  const text = await readFile(DOCUMENT, 'utf8')
  return [...text.matchAll(/^\| `((?:GET|POST|PUT|PATCH|DELETE) [^`]+)` +\| *\S/gm)].map(
    ([, endpoint = '']) => endpoint,
  )
}

it('docs/lake.md lists every endpoint that the lake has, once, and no other', async () => {
  const {lake} = await testLake()
  expect((await documented()).toSorted()).toEqual((await lake.endpoints()).toSorted())
})
