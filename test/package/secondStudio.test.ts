import {execFile} from 'node:child_process'
import {cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {promisify} from 'node:util'

import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import packageJson from '../../package.json' with {type: 'json'}
import {serveStudio, type StudioServer} from '../../cli/studioServer.ts'
import {openLake, type Lake} from '../../lake/index.ts'
import {launchBrowser} from '../support/browser.ts'
import {clientFor} from '../support/testLake.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')
const SOON = {timeout: 20_000}

/** A Studio that had an article, a person, a link and a structure before it met storygraph. */
const CONFIG = `
import {defineConfig, defineType} from 'sanity'
import {structureTool} from 'sanity/structure'
import {annotations} from 'storygraph/schemas'
import {embeddedLake, storygraph, storyTypes} from 'storygraph/studio'

const text = (name, fields = []) =>
  defineType({name, type: 'document', fields: [{name: 'title', type: 'string'}, ...fields]})
const own = [
  text('article', [{name: 'content', type: 'array', of: [{type: 'block', marks: {annotations}}]}]),
  text('person'),
  text('seo'),
  text('link'),
]

export default defineConfig({
  name: 'default',
  title: 'The Other Paper',
  ...embeddedLake(),
  schema: {types: storyTypes(own, {without: ['article', 'person']})},
  plugins: [
    structureTool({
      structure: (S) =>
        S.list().title('Ours').items([S.documentTypeListItem('article'), S.documentTypeListItem('unit')]),
    }),
    storygraph({schema: false, structure: false}),
  ],
})
`

const CLI_CONFIG = `
export default {
  api: {projectId: 'storygraph', dataset: 'production'},
  deployment: {autoUpdates: false},
  typegen: {path: './page.ts', schema: './schema.json', generates: './sanity.types.ts', overloadClientMethods: true},
}
`

/** A page that has a query of its own beside one of ours, each typed by where it comes from. */
const PAGE = `
import {createClient} from '@sanity/client'
import {defineQuery} from 'groq'
import {unitBySlugQuery, type UnitBySlugQueryResult} from 'storygraph'

import type {HeadlinesQueryResult} from './sanity.types.ts'

const client = createClient({projectId: 'p', dataset: 'd', apiVersion: '2025-02-19', useCdn: true})
const headlinesQuery = defineQuery('*[_type == "article"]{title}')
const headlines = await client.fetch(headlinesQuery)
const unit = await client.fetch(unitBySlugQuery, {slug: 'a'})
export const own: HeadlinesQueryResult = headlines
export const ours: UnitBySlugQueryResult = unit
export const titles: (string | null)[] = headlines.map(({title}) => title)
export const name: string | undefined = unit?.name
`

describe(
  'the packed plugin in a Studio with types and a structure of its own',
  {timeout: 120_000},
  () => {
    let home: string
    let studio: string
    let lake: Lake
    let server: StudioServer
    let browser: Browser
    let page: Page
    let lakeUrl = ''

    beforeAll(async () => {
      home = await mkdtemp(path.join(tmpdir(), 'storygraph-second-'))
      studio = path.join(home, 'studio')
      await installPackage()
      await writeFile(path.join(studio, 'sanity.config.js'), CONFIG)
      await writeFile(path.join(studio, 'sanity.cli.js'), CLI_CONFIG)
      await tool('sanity', 'build', 'built', '--yes', '--no-minify')

      const directory = path.join(studio, 'built')
      server = await serveStudio({
        directory,
        lakeUrl: () => lakeUrl,
        dataset: 'production',
        port: 0,
      })
      lake = openLake({
        projectId: 'storygraph',
        datasets: ['production'],
        studioOrigins: [server.url],
      })
      lakeUrl = (await lake.listen()).url
      browser = await launchBrowser()
      page = await browser.newPage({baseURL: server.url, viewport: {width: 1440, height: 900}})
    })

    afterAll(async () => {
      await browser?.close()
      await server?.close()
      await lake?.close()
      await rm(home, {recursive: true, force: true})
    })

    /** The package as npm unpacks it; what it depends on is found where this repository has it. */
    async function installPackage(): Promise<void> {
      const {stdout} = await run('npm', ['pack', '--json', '--pack-destination', home], {cwd: root})
      const [packed] = JSON.parse(stdout)
      await run('tar', ['-xzf', path.join(home, packed.filename), '-C', home])
      const modules = path.join(studio, 'node_modules')
      await mkdir(modules, {recursive: true})
      for (const name of await readdir(path.join(root, 'node_modules'))) {
        if (!name.startsWith('.')) {
          await symlink(path.join(root, 'node_modules', name), path.join(modules, name))
        }
      }
      await cp(path.join(home, 'package'), path.join(modules, 'storygraph'), {recursive: true})
      const {sanity, react, 'styled-components': styled} = packageJson.devDependencies
      const dependencies = {sanity, react, 'styled-components': styled}
      const manifest = {name: 'other-paper', private: true, type: 'module', dependencies}
      await writeFile(path.join(studio, 'package.json'), JSON.stringify(manifest))
    }

    /** Runs a tool of this repository in the other paper's project. */
    function tool(name: string, ...args: readonly string[]) {
      return run(path.join(root, 'node_modules', '.bin', name), args, {
        cwd: studio,
        env: {...process.env, NODE_ENV: 'production'},
      })
    }

    it.each([
      ['article', 'title', 'Our own story'],
      ['unit', 'name', 'Third Company'],
    ])('edits and publishes its own and our types: %s', async (type, field, value) => {
      const anonymous = clientFor(lakeUrl)
      const administrator = clientFor(lakeUrl, lake.token)
      const slug = {_type: 'slug', current: 'a'}
      // Sound from the start: Studio drops a click on “Publish” while it still counts an old mistake.
      const sound = {[field]: 'Before', slug, kind: 'company'}
      await administrator.create({_id: `drafts.${type}-1`, _type: type, ...sound})
      await page.goto(`/intent/edit/id=${type}-1;type=${type}`)
      await page.getByTestId(`field-${field}`).locator('input').fill(value)
      const draft = () =>
        administrator.fetch(`*[_id == "drafts.${type}-1"][0].${field}`, {}, {perspective: 'raw'})
      await expect.poll(draft, SOON).toBe(value)
      const status = () => page.getByTestId('pane-footer-document-status').first().innerText()
      await expect.poll(status, SOON).toContain('Edited')
      const publish = page.getByTestId('action-publish')
      await expect.poll(() => publish.isEnabled(), SOON).toBe(true)
      await publish.click()
      const published = () => anonymous.fetch(`*[_id == "${type}-1"][0].${field}`)
      await expect.poll(published, SOON).toBe(value)
    })

    it('has our tools beside its own structure', async () => {
      await page.goto('/')
      await page.getByRole('link', {name: 'Story graph'}).waitFor()
      const ours = page.getByText('Ours', {exact: true}).first()
      await expect.poll(() => ours.isVisible(), SOON).toBe(true)
    })

    it('has its own queries typed by Sanity, beside ours', async () => {
      const flags = ['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions']
      const modules = ['--target', 'es2024', '--module', 'nodenext', '--types', '']
      const typeCheck = async (source: string): Promise<string> => {
        await writeFile(path.join(studio, 'page.ts'), source)
        return tool('tsc', ...flags, ...modules, 'page.ts').then(
          () => '',
          (error: {stdout: string}) => error.stdout,
        )
      }
      await writeFile(path.join(studio, 'page.ts'), PAGE)
      await tool('sanity', 'schema', 'extract', '--force', '--path', 'schema.json')
      await tool('sanity', 'typegen', 'generate')
      expect(await typeCheck(PAGE)).toBe('')
      const wrong = await typeCheck(
        PAGE.replace('=> title)', '=> 1 + title)').replace('?.name', '?.nam'),
      )
      expect(wrong.match(/error TS\d+/g)).toEqual(['error TS2322', 'error TS2551'])
    })
  },
)
