import {execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {promisify} from 'node:util'

import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import packageJson from '../../package.json' with {type: 'json'}

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')
const bin = (name: string): string => path.join(root, 'node_modules', '.bin', name)

let consumer: string
let tarball: string
let files: string[]

beforeAll(async () => {
  consumer = await mkdtemp(path.join(tmpdir(), 'storygraph-consumer-'))
  const {stdout} = await run('npm', ['pack', '--json', '--pack-destination', consumer], {cwd: root})
  const [packed] = JSON.parse(stdout)
  tarball = path.join(consumer, packed.filename)
  files = packed.files.map(({path}: {path: string}) => path)
  await writeFile(
    path.join(consumer, 'package.json'),
    JSON.stringify({name: 'consumer', private: true, type: 'module'}),
  )
  const client = `@sanity/client@${packageJson.devDependencies['@sanity/client']}`
  await run('npm', ['install', '--no-audit', '--no-fund', tarball, client], {cwd: consumer})
})

afterAll(() => rm(consumer, {recursive: true, force: true}))

it('holds what is built and the bundled stories: nothing of a data directory, nobody protected', async () => {
  const pages = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']
  const others = files.filter((file) => !/^(?:dist|seed\/stories)\//.test(file))
  expect(others.filter((file) => !pages.includes(file))).toEqual([])
  expect(
    files.filter((file) => /\.(?:db|db-wal|db-shm|tar|log)$|\.lake|access\.ndjson/.test(file)),
  ).toEqual([])
  for (const file of files.filter((name) => /\.(?:js|json|txt|ndjson)$/.test(name))) {
    const text = await readFile(path.join(root, file), 'utf8')
    expect([file, /["']protected\.[\da-f]{8}/.test(text)]).toEqual([file, false])
  }
})

/** Runs TypeScript's compiler over one file in the consumer's project; returns what it complains of. */
async function typeCheck(source: string, moduleResolution: 'nodenext' | 'bundler') {
  await writeFile(path.join(consumer, 'page.ts'), source)
  const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext'
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck']
  const target = ['--target', 'es2024', '--types', '']
  const modules = ['--module', module, '--moduleResolution', moduleResolution]
  return run(bin('tsc'), [...flags, ...target, ...modules, 'page.ts'], {cwd: consumer}).then(
    () => '',
    (error: {stdout: string}) => error.stdout,
  )
}

const page = `
import {createClient} from '@sanity/client'
import {articleBySlugQuery} from 'storygraph/queries'

const client = createClient({projectId: 'p', dataset: 'd', apiVersion: '2025-02-19', useCdn: true})
const article = await client.fetch(articleBySlugQuery, {slug: 'a', language: null})
export const title: string | undefined = article?.title
`

describe('the packed package', () => {
  it.each(['nodenext', 'bundler'] as const)(
    'types client.fetch without a generic argument (%s), and notices a wrong use',
    async (resolution) => {
      expect(await typeCheck(page, resolution)).toBe('')
      const wrong = page.replace('article?.title', 'article?.titel')
      expect(await typeCheck(wrong, resolution)).toContain("Property 'titel' does not exist")
    },
  )

  it('has the types that the README promises', async () => {
    const readme = await readFile(path.join(root, 'README.md'), 'utf8')
    const [, example = '', promises = '', checked = '', rendered = ''] = readme
      .split(/```ts\n/)
      .map((part) => part.split('```')[0])
    const checks = promises
      .trim()
      .split('\n')
      .map((line, index) =>
        line.replace(/^(.+) \/\/ ([^:]+).*$/, `export const a${index}: $2 = $1`),
      )
    expect(checks).toHaveLength(3)
    expect(checked).toContain('storygraph/validators')
    expect(rendered).toContain('storygraph/render/html')
    const all = [example, checked, rendered, ...checks]
    expect(await typeCheck(all.join('\n'), 'nodenext')).toBe('')
  })

  it('loads its queries without Studio, React or zod', async () => {
    const script = `
      const queries = await import('storygraph')
      console.log(typeof queries.articleBySlugQuery)`
    const {stdout} = await run(process.execPath, ['--input-type=module', '-e', script], {
      cwd: consumer,
    })
    expect(stdout.trim()).toBe('string')
    await expect(run('npm', ['ls', 'sanity', 'react'], {cwd: consumer})).rejects.toThrow('ls')
  })

  it('says what to do instead of starting a Studio that it does not hold', async () => {
    const command = path.join(consumer, 'node_modules', '.bin', 'storygraph')
    const refused = run(command, ['start', '--port', '0', '--lake-port', '0'], {cwd: consumer})
    await expect(refused).rejects.toThrow('The package holds no Studio to start')
  })

  it('runs its lake as a command', async () => {
    const command = path.join(consumer, 'node_modules', '.bin', 'storygraph')
    const child = spawn(command, ['lake', '--port', '0'], {cwd: consumer})
    const [line] = await once(child.stdout, 'data')
    expect(String(line)).toMatch(
      /^Content Lake listening on http:\/\/127\.0\.0\.1:\d+ \(dataset production, 0 documents\)\n$/,
    )
    const exited = once(child, 'exit')
    child.kill('SIGINT')
    expect(await exited).toEqual([0, null])
  })

  it('holds no source, test or secret', async () => {
    const {stdout} = await run('tar', ['-tzf', tarball])
    const folders = new Set(
      stdout
        .trim()
        .split('\n')
        .map((file) => file.split('/')[1]),
    )
    expect(folders).toEqual(new Set(['LICENSE', 'README.md', 'dist', 'package.json', 'seed']))
  })
})
