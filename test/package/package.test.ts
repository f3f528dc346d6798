import {execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {promisify} from 'node:util'

import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import packageJson from '../../package.json' with {type: 'json'}
import type {Lake} from '../../lake/index.ts'
import {launchBrowser} from '../support/browser.ts'
import {bundle} from '../support/bundle.ts'
import {openSeededLake} from '../support/seededLake.ts'
import {STORY_SLUG, printedText} from '../support/story.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')
const bin = (name: string): string => path.join(root, 'node_modules', '.bin', name)

let consumer: string
let tarball: string
let files: string[]
let lake: Lake
let lakeUrl: string

beforeAll(async () => {
  consumer = await mkdtemp(path.join(tmpdir(), 'storygraph-consumer-'))
  const {stdout} = await run('npm', ['pack', '--json', '--pack-destination', consumer], {cwd: root})
  const [packed] = JSON.parse(stdout)
  tarball = path.join(consumer, packed.filename)
  files = packed.files.map(({path}: {path: string}) => path)
  await writeFile(
    path.join(consumer, 'package.json'),
    JSON.stringify({
      name: 'consumer',
      private: true,
      type: 'module',
      allowScripts: {node: true},
    }),
  )
  const client = `@sanity/client@${packageJson.devDependencies['@sanity/client']}`
  const [, seeded] = await Promise.all([
    run('npm', ['install', '--no-audit', '--no-fund', tarball, client, 'node@22'], {cwd: consumer}),
    openSeededLake(),
  ])
  lake = seeded.lake
  lakeUrl = seeded.anonymous.config().apiHost
})

afterAll(async () => {
  await lake.close()
  await rm(consumer, {recursive: true, force: true})
})

/** The oldest Node that the package is for, and the one that it is made with. */
const nodes = [
  {version: 'v22', node: () => path.join(consumer, 'node_modules', '.bin', 'node')},
  {version: 'v24', node: () => process.execPath},
]

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

const [headline, ...paragraphs] = printedText.trimEnd().split('\n')

const page = `
import {createClient} from '@sanity/client'
import {articleBySlugQuery} from 'storygraph/queries'

const client = createClient({projectId: 'p', dataset: 'd', apiVersion: '2025-02-19', useCdn: true})
const article = await client.fetch(articleBySlugQuery, {slug: 'a', language: null})
export const title: string | undefined = article?.title
`

/** Fetches the bundled story, has the validator read it, and renders it. */
const reader = (url: string) => `
import {articleBySlugQuery} from 'storygraph'
import {createStoryClient} from 'storygraph/client'
import {renderArticle} from 'storygraph/render/html'
import {articleBySlugQueryValidator} from 'storygraph/validators'

const client = createStoryClient({projectId: 'storygraph', dataset: 'production', lake: ${JSON.stringify(url)}})
const found = await client.fetch(articleBySlugQuery, {slug: '${STORY_SLUG}', language: null})
const article = articleBySlugQueryValidator.parse(found)
export const html = article === null ? '' : renderArticle(article, {urlFor: () => undefined})
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

  it.each(nodes)('reads and renders a story on Node $version', async ({version, node}) => {
    const report = 'console.log(process.version.split(".")[0], /<h1>(.*?)<.h1>/.exec(html)?.[1])'
    await writeFile(path.join(consumer, 'reader.js'), `${reader(lakeUrl)}${report}`)
    const {stdout} = await run(node(), ['reader.js'], {cwd: consumer})
    expect(stdout.trim()).toBe(`${version} ${headline}`)
  })

  it('reads and renders a story in a browser, bundled by Vite', async () => {
    const {code} = await bundle(`${reader(lakeUrl)}document.body.innerHTML = html`, {
      root: consumer,
    })
    const browser = await launchBrowser()
    try {
      // The lake lets no script run in what it answers itself.
      const page = await browser.newPage({baseURL: lakeUrl, bypassCSP: true})
      await page.goto('/')
      await page.addScriptTag({content: code, type: 'module'})
      await page.locator('article').waitFor()
      expect(await page.locator('h1').allTextContents()).toEqual([headline])
      expect(await page.locator('.text > p').allTextContents()).toEqual(paragraphs)
    } finally {
      await browser.close()
    }
  })

  it('holds the text of the article nowhere but with its story', async () => {
    const dist = path.join(consumer, 'node_modules', 'storygraph', 'dist')
    const files = (await readdir(dist, {recursive: true})).filter((file) => /\.\w+$/.test(file))
    const texts = await Promise.all(files.map((file) => readFile(path.join(dist, file), 'utf8')))
    const sentences = paragraphs.flatMap((paragraph) =>
      paragraph.split(/(?<=[.”]) /).filter(({length}) => length > 30),
    )
    const holding = files.filter((_, index) =>
      sentences.some((sentence) => texts[index]?.includes(sentence)),
    )
    expect({files: files.length > 500, sentences: sentences.length > 60, holding}).toEqual({
      files: true,
      sentences: true,
      holding: [],
    })
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

  it.each(nodes)('runs its lake as a command on Node $version', async ({node}) => {
    const command = path.join(consumer, 'node_modules', '.bin', 'storygraph')
    const child = spawn(node(), [command, 'lake', '--port', '0'], {cwd: consumer})
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
