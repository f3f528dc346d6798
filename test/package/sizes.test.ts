import path from 'node:path'

import {describe, expect, it} from 'vitest'

import packageJson from '../../package.json' with {type: 'json'}
import * as queries from '../../queries/index.ts'
import {bundle} from '../support/bundle.ts'

const root = path.resolve(import.meta.dirname, '../..')
const peers = ['react-dom', ...Object.keys(packageJson.peerDependencies)]
const packages = [...peers, ...Object.keys(packageJson.dependencies)]

/**
 * The most that each subpath may cost, in kilobytes as they travel, whoever imports all of it; and
 * the packages that come with it. What front ends take is weighed with everything but its peers, the
 * other parts by their own code.
 */
const ceilings = [
  {subpath: '.', kilobytes: 6, brings: []},
  {subpath: './queries', kilobytes: 6, brings: []},
  {subpath: './validators', kilobytes: 32, brings: ['zod']},
  {subpath: './client', kilobytes: 1, brings: []},
  {subpath: './webhook', kilobytes: 6, brings: null},
  {subpath: './preview', kilobytes: 2, brings: null},
  {
    subpath: './render/html',
    kilobytes: 8,
    brings: ['@portabletext/to-html', '@portabletext/toolkit'],
  },
  {subpath: './render/head', kilobytes: 2, brings: ['@portabletext/to-html']},
  {subpath: './render/jsonld', kilobytes: 2, brings: []},
  {
    subpath: './render/markdown',
    kilobytes: 60,
    brings: [
      '@portabletext/markdown',
      '@portabletext/schema',
      '@portabletext/to-html',
      '@portabletext/toolkit',
      'entities',
      'linkify-it',
      'markdown-it',
      'mdurl',
      'punycode.js',
      'uc.micro',
    ],
  },
  {subpath: './render/react', kilobytes: 5, brings: ['@portabletext/to-html']},
  {
    subpath: './render/feed',
    kilobytes: 8,
    brings: ['fast-xml-builder', 'path-expression-matcher', 'xml-naming'],
  },
  {subpath: './schemas', kilobytes: 25, brings: null},
  {subpath: './vocabulary', kilobytes: 6, brings: []},
  {subpath: './studio', kilobytes: 125, brings: null},
  {subpath: './seed', kilobytes: 90, brings: null},
  {subpath: './lake', kilobytes: 72, brings: null},
]

const fileOf = new Map<string, string>(Object.entries(packageJson.exports))
const importable = (subpath: string) => JSON.stringify(path.join(root, fileOf.get(subpath) ?? ''))

it('has a ceiling for each subpath', () => {
  const subpaths = ceilings.map(({subpath}) => subpath)
  expect([...subpaths, './package.json']).toEqual(Object.keys(packageJson.exports))
})

it.each(ceilings)('$subpath stays below $kilobytes KB', async ({subpath, kilobytes, brings}) => {
  const source = `export * from ${importable(subpath)}`
  const {gzipped, parts} = await bundle(source, {external: brings === null ? packages : peers})
  expect(gzipped).toBeLessThan(kilobytes)
  // A ceiling far above says nothing any more.
  expect(gzipped).toBeGreaterThan(kilobytes / 4)
  const brought = parts.filter((part) => !/^(?:dist|vite|rolldown|\0|__vite)/.test(part))
  expect(brought).toEqual(brings ?? [])
})

describe('a front end that imports', () => {
  const names = Object.keys(queries).filter((name) => name.endsWith('Query'))

  it.each(names)('%s is sent its own text and nothing else', async (name) => {
    const {code} = await bundle(`export {${name}} from ${importable('.')}`)
    const module: Record<string, unknown> = await import(
      `data:text/javascript,${encodeURIComponent(code)}`
    )
    const own = Object.entries(queries).find(([key]) => key === name)?.[1]
    expect({...module}).toEqual({[name]: own})
    expect(code.length - String(own).length).toBeLessThan(60)
  })

  it('queries is sent neither zod nor the schema', async () => {
    const {parts, code} = await bundle(`export * from ${importable('./queries')}`)
    expect(parts.filter((part) => !/^dist\/(?:queries|vocabulary)\//.test(part))).toEqual([])
    expect(code).not.toMatch(/\bzod\b|defineType|defineField/)
  })
})
