import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'

import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {serveExample, type ServedExample} from '../../scripts/exampleSteps.ts'
import {storyHook} from '../../webhook/index.ts'
import {seriousIssues} from '../support/axe.ts'
import {installedExample, type ExampleProject} from '../support/exampleProject.ts'
import {STORY_SLUG} from '../support/story.ts'
import {openStudio, type OpenStudio} from '../support/studio.ts'

const SOON = {timeout: 20_000}
const SITE_URL = 'https://news.example'
const STORY = `/article/${STORY_SLUG}`
const PERSON = '/person/vadim-prokopiev'
const TITLE = 'Belarusian dissidents join Ukraine’s fight against Russia'
const SECRET = 'between us'
const HOOKS = '/hooks/projects/storygraph'

describe('the Next.js example', {timeout: 90_000}, () => {
  let studio: OpenStudio
  let example: ExampleProject
  let served: ServedExample
  let site: string
  let token: string
  let article: string
  let hook: string

  beforeAll(async () => {
    studio = await openStudio()
    const {apiHost, token: administrators = ''} = studio.administrator.config()
    token = administrators
    article = await studio.anonymous.fetch('*[_type == "article"][0]._id')
    example = await installedExample('nextjs')
    const environment = {
      SANITY_STUDIO_API_HOST: apiHost,
      SANITY_API_TOKEN: token,
      STORY_WEBHOOK_SECRET: SECRET,
      SITE_URL,
    }
    await example.run('build', environment)
    served = await serveExample(example.folder, environment)
    site = served.url
    const body = {...storyHook, url: `${site}/webhook`, dataset: 'production', secret: SECRET}
    const made = await studio.administrator.request<{id: string}>({
      url: HOOKS,
      method: 'POST',
      body,
    })
    hook = made.id
  })
  afterAll(async () => {
    await studio?.close()
    await served?.close()
    await example?.remove()
  })

  it('shows the story as whole pages, with what search engines ask for', async () => {
    const response = await fetch(site + STORY)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain(`<h1>${TITLE}</h1>`)
    expect(html).toContain(`<link rel="canonical" href="${SITE_URL}${STORY}"/>`)
    const [, data = ''] = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(html) ?? []
    expect(JSON.parse(data)).toHaveProperty('headline', TITLE)
    expect((await fetch(`${site}/article/nothing`)).status).toBe(404)
    expect((await fetch(`${site}/person/nobody`)).status).toBe(404)
  })

  it('has no serious fault for axe, says nothing in the console, asks nobody else, stands still', async () => {
    const {apiHost} = studio.administrator.config()
    const page = await studio.newVisitor()
    const said: string[] = []
    const elsewhere: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(error.message))
    page.on('request', (request) => {
      if (![site, apiHost].includes(new URL(request.url()).origin)) elsewhere.push(request.url())
    })
    await page.addInitScript(`
      window.layoutShift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.layoutShift += entry.value
      }).observe({type: 'layout-shift', buffered: true})`)
    for (const address of ['/', STORY, PERSON]) {
      const following = page.waitForResponse((one) => one.url().includes('/data/live/events/'))
      await page.goto(site + address)
      await following
      expect(await page.evaluate('window.layoutShift')).toBe(0)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({colorScheme})
        expect(await seriousIssues(page, 'html')).toEqual([])
      }
    }
    expect(said).toEqual([])
    expect(elsewhere).toEqual([])
  })

  it('shows what is published in Studio, on every page that shows it', async () => {
    const before = await readTitles()
    expect(before).toEqual([TITLE, TITLE])
    const page = await studio.newVisitor()
    await page.goto(`/intent/edit/id=${article};type=article`)
    const field = page.getByTestId('field-title').locator('input, textarea').first()
    await expect.poll(() => field.inputValue(), SOON).toBe(TITLE)
    await field.fill('Published in Studio')
    const publish = page.getByTestId('action-publish')
    await expect.poll(() => publish.isEnabled(), SOON).toBe(true)
    await publish.click()
    await expect
      .poll(readTitles, {timeout: 40_000})
      .toEqual(['Published in Studio', 'Published in Studio'])
  })

  it('makes a story anew when a person in it gets another name', async () => {
    const {_id} = await studio.anonymous.fetch('*[slug.current == "vadim-prokopiev"][0]{_id}')
    await studio.administrator.patch(_id).set({name: 'Vadzim Prakopjeu'}).commit()
    await expect.poll(() => read(PERSON), SOON).toContain('<h1>Vadzim Prakopjeu</h1>')
    await expect.poll(() => read(STORY), SOON).toContain('"name":"Vadzim Prakopjeu"')
  })

  it('has a page as soon as a story is published, and none once it is gone', async () => {
    const address = '/article/a-new-story'
    expect((await fetch(site + address)).status).toBe(404)
    const {_id} = await studio.administrator.create({
      _type: 'article',
      title: 'A new story',
      slug: {_type: 'slug', current: 'a-new-story'},
      language: 'en',
    })
    await expect.poll(() => read(address), SOON).toContain('<h1>A new story</h1>')
    await expect.poll(() => read('/'), SOON).toContain('A new story')
    await studio.administrator.delete(_id)
    await expect.poll(async () => (await fetch(site + address)).status, SOON).toBe(404)
    await expect.poll(() => read('/'), SOON).not.toContain('A new story')
  })

  it('brings open pages up to date without any webhook, and without a token', async () => {
    await studio.administrator.request({url: `${HOOKS}/${hook}`, method: 'DELETE'})
    const [story, front] = [await follow(STORY), await follow('/')]
    for (const title of ['Seen at once', 'Seen again']) {
      await studio.administrator.patch(article).set({title}).commit()
      await expect.poll(() => story.locator('h1').textContent(), SOON).toBe(title)
      await expect.poll(() => front.locator('.stories a').first().textContent(), SOON).toBe(title)
    }
    expect(await story.title()).toBe('Seen again – Storygraph Journal')
  })

  it('shows a draft while it is typed, only to who came with the secret', async () => {
    const reader = await studio.newVisitor()
    await reader.goto(site + STORY)
    const published = await reader.locator('h1').textContent()

    const editor = await enterPreview()
    expect(editor.url()).toBe(`${site}/preview${STORY}`)
    await editor.getByText('You see drafts that are not published.').waitFor()
    for (const typed of ['A', 'A head', 'A headline only editors see']) {
      await edit({title: typed})
      await expect.poll(() => editor.locator('h1').textContent(), SOON).toBe(typed)
    }
    await reader.reload()
    expect(await reader.locator('h1').textContent()).toBe(published)
    expect(await read(STORY)).not.toContain('only editors see')
    expect(await read('/')).not.toContain('only editors see')

    await editor.getByRole('button', {name: 'Leave preview'}).click()
    await editor.waitForURL(`${site}/`)
    await editor.goto(site + STORY)
    expect(await editor.locator('h1').textContent()).toBe(published)
  })

  it('keeps drafts from everybody else', async () => {
    const secret = 'sanity-preview-secret=guessed'
    const wrong = await fetch(`${site}/preview/enter?${secret}&sanity-preview-pathname=${STORY}`)
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null])
    expect((await fetch(`${site}/preview/enter`)).status).toBe(401)
    expect((await fetch(`${site}/preview/changes`)).status).toBe(403)
    const forged = {cookie: '__prerender_bypass=guessed'}
    expect((await fetch(`${site}/preview/changes`, {headers: forged})).status).toBe(403)
    expect(await (await fetch(site + STORY, {headers: forged})).text()).not.toContain(
      'only editors',
    )
    expect((await fetch(`${site}/webhook`, {method: 'POST', body: '{}'})).status).toBe(401)
  })

  it('has no token and no draft in what browsers get', async () => {
    const built = path.join(example.folder, '.next')
    const files = await readdir(built, {recursive: true, withFileTypes: true})
    const texts = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map(async ({parentPath, name}) => {
          const file = path.join(parentPath, name)
          return {file: path.relative(built, file), text: await readFile(file, 'latin1')}
        }),
    )
    const sent = texts.filter(({file}) => /^static\/|\.(html|rsc|body|meta)$/.test(file))
    expect(sent.some(({file}) => file.startsWith('static/'))).toBe(true)
    expect(sent.some(({text}) => text.includes('Prokopiev'))).toBe(true)
    const leaking = (secret: string) =>
      sent.filter(({text}) => text.includes(secret)).map(({file}) => file)
    expect(leaking(token)).toEqual([])
    expect(leaking(SECRET)).toEqual([])
    expect(leaking('SANITY_API_TOKEN')).toEqual([])
    expect(leaking('only editors see')).toEqual([])
  })

  /** Opens a page and waits until it follows the lake, as anybody may. */
  async function follow(address: string): Promise<Page> {
    const page = await studio.newVisitor()
    const following = page.waitForResponse((one) => one.url().includes('/data/live/events/'))
    await page.goto(site + address)
    expect(await (await following).request().allHeaders()).not.toHaveProperty('authorization')
    return page
  }

  async function read(address: string): Promise<string> {
    return (await fetch(site + address)).text()
  }

  /** The headline as the story’s page and the front page have it. */
  async function readTitles(): Promise<(string | undefined)[]> {
    const [story, front] = [await read(STORY), await read('/')]
    return [
      /<h1>(.+?)<\/h1>/.exec(story)?.[1],
      /<li lang="en"><a [^>]+>(.+?)<\/a>/.exec(front)?.[1],
    ]
  }

  async function edit(set: object): Promise<void> {
    await studio.administrator.action({
      actionType: 'sanity.action.document.edit',
      draftId: `drafts.${article}`,
      publishedId: article,
      patch: {set},
    })
  }

  /** Goes where Studio leads, with the secret that Studio leaves in the dataset. */
  async function enterPreview(): Promise<Page> {
    const {secret} = await createPreviewSecret(studio.administrator, 'test', 'http://localhost')
    const query = new URLSearchParams({
      'sanity-preview-secret': secret,
      'sanity-preview-pathname': STORY,
    })
    const page = await studio.newVisitor()
    await page.goto(`${site}/preview/enter?${query}`)
    return page
  }
})
