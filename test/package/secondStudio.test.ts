import {writeFile} from 'node:fs/promises'
import path from 'node:path'

import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openPackedStudio, type PackedStudio} from '../support/packedStudio.ts'

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
    let studio: PackedStudio
    let page: Page

    beforeAll(async () => {
      studio = await openPackedStudio(CONFIG)
      page = await studio.newPage()
    })
    afterAll(() => studio?.close())

    it.each([
      ['article', 'title', 'Our own story'],
      ['unit', 'name', 'Third Company'],
    ])('edits and publishes its own and our types: %s', async (type, field, value) => {
      const {administrator, anonymous} = studio
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
        await writeFile(path.join(studio.directory, 'page.ts'), source)
        return studio.runTool('tsc', ...flags, ...modules, 'page.ts').then(
          () => '',
          (error: {stdout: string}) => error.stdout,
        )
      }
      await writeFile(path.join(studio.directory, 'page.ts'), PAGE)
      await studio.runTool('sanity', 'schema', 'extract', '--force', '--path', 'schema.json')
      await studio.runTool('sanity', 'typegen', 'generate')
      expect(await typeCheck(PAGE)).toBe('')
      const wrong = await typeCheck(
        PAGE.replace('=> title)', '=> 1 + title)').replace('?.name', '?.nam'),
      )
      // A headline may be missing, and a unit has no such field.
      expect(wrong.match(/error TS\d+/g)).toEqual(['error TS18047', 'error TS2551'])
    })
  },
)
