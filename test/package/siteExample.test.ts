import {readdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'

import {XMLParser, XMLValidator} from 'fast-xml-parser'
import {HtmlValidate} from 'html-validate'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {
  openExampleLake,
  serveExample,
  type ExampleLake,
  type ServedExample,
} from '../../scripts/exampleSteps.ts'
import {writeAsTypeScript} from '../support/astroSources.ts'
import {seriousIssues} from '../support/axe.ts'
import {launchBrowser} from '../support/browser.ts'
import {installedExample, type ExampleProject} from '../support/exampleProject.ts'
import {HOSTILE, publishMore, UNSEEN} from '../support/siteStories.ts'
import {STORY_SLUG} from '../support/story.ts'
import {clientFor} from '../support/testLake.ts'

const SITE_URL = 'https://news.example'
const STORY = `/article/${STORY_SLUG}/`

const PAGES = [
  ['the front page', '/'],
  ['a story', STORY],
  ['a story that was withdrawn', '/article/article-withdrawn/'],
  ['a story from right to left', '/article/article-arabic/'],
  ['a person', '/person/vadim-prokopiev/'],
  ['a protected person', '/person/kandalaksha/'],
  ['a unit', '/unit/pahonia/'],
  ['an organisation', '/organisation/free-belarus-centre/'],
  ['a place', '/place/belarus/'],
  ['a poll', '/poll/poll-on-the-war-belarus-april/'],
  ['an index', '/who-is-who/'],
  ['the corrections', '/corrections/'],
  ['the page for an address that leads nowhere', '/404.html'],
] as const

let example: ExampleProject
let lake: ExampleLake
let token: string
let browser: Browser
let site: ServedExample
let url: string
let files: ReadonlyMap<string, Buffer>

beforeAll(async () => {
  lake = await openExampleLake({})
  const {SANITY_STUDIO_API_HOST: host = '', SANITY_API_TOKEN = ''} = lake.environment
  token = SANITY_API_TOKEN
  await publishMore(clientFor(host, token), STORY_SLUG)
  example = await installedExample('site')
  const environment = {...lake.environment, SITE_URL, NO_COLOR: '1'}
  await example.run('build', environment)
  files = await filesIn(path.join(example.folder, 'dist'))
  site = await serveExample(example.folder, environment)
  url = site.url
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  await lake?.close()
  await example?.remove()
})

describe('the static site in a browser', () => {
  it.each(PAGES)('shows %s', async (_, address) => {
    const page = await browser.newPage({viewport: {width: 390, height: 844}})
    const faults = await watch(page)
    await page.goto(url + address, {waitUntil: 'networkidle'})
    const shift: unknown = await page.evaluate('window.layoutShift')
    const light = await seriousIssues(page, 'html')
    await page.emulateMedia({colorScheme: 'dark'})
    const dark = await seriousIssues(page, 'html')
    const overflow: unknown = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    await page.close()
    expect({faults, shift, light, dark, overflow}).toEqual({
      faults: [],
      shift: 0,
      light: [],
      dark: [],
      overflow: 0,
    })
  })

  it('leads past its masthead by the keyboard, and shows where the focus is', async () => {
    const page = await browser.newPage()
    await page.goto(url + STORY)
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    expect(await focused.innerText()).toBe('Skip to content')
    expect((await focused.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await focused.getAttribute('id')).toBe('content')
    await page.keyboard.press('Tab')
    expect(await focused.innerText()).toBe('Vadim Prokopiev')
    expect(await focused.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid')
    await page.close()
  })

  it('says who speaks, in the margin and for the eye alone', async () => {
    const page = await browser.newPage({viewport: {width: 1280, height: 900}})
    await page.goto(url + STORY)
    const quotation = page.locator('.quotation[data-speaker]').first()
    const margin = await quotation.evaluate((words) => getComputedStyle(words, '::before').content)
    expect(margin).toBe('"Vadim Prokopiev" / ""')
    expect(await quotation.evaluate((words) => words.textContent)).toBe(
      '“It was pretty understandable, obviously they were expecting all kinds of trouble from Belarus,”',
    )
    await page.close()
  })

  it('keeps the directions of languages apart', async () => {
    const page = await browser.newPage()
    await page.goto(`${url}/article/article-arabic/`)
    const direction = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).direction)
    expect([await direction('html'), await direction('article')]).toEqual(['ltr', 'rtl'])
    expect(await page.locator('article').getAttribute('lang')).toBe('ar')
    await page.close()
  })

  it('says that an address leads nowhere, with the status for it', async () => {
    const response = await fetch(`${url}/person/nobody/`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('There is no page here')
  })
})

describe('the files of the static site', () => {
  it('are valid HTML', async () => {
    const validator = new HtmlValidate({extends: ['html-validate:standard']})
    const pages = [...files].filter(([name]) => name.endsWith('.html'))
    const faults: string[] = []
    for (const [name, content] of pages) {
      const {results} = await validator.validateString(content.toString())
      for (const {messages} of results) {
        for (const {ruleId, message, line} of messages) {
          faults.push(`${name}:${line} ${ruleId}: ${message}`)
        }
      }
    }
    expect(faults).toEqual([])
    expect(pages).toHaveLength(45)
  })

  it('hold a story for search engines', () => {
    const {about, mentions, hasPart, ...data} = jsonLdOf(STORY)
    const address = `${SITE_URL}${STORY}`
    expect(data).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': address,
      url: address,
      headline: 'Belarusian dissidents join Ukraine’s fight against Russia',
      inLanguage: 'en',
      publisher: {
        '@type': 'NewsMediaOrganization',
        name: 'Storygraph Journal',
        url: SITE_URL,
      },
      author: [],
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'A date was wrong.',
          datePublished: '2026-11-20',
        },
      ],
      workTranslation: [],
    })
    expect([about, mentions, hasPart].map((list) => list.length)).toEqual([2, 36, 16])
    expect(mentions).toContainEqual({
      '@type': 'Person',
      '@id': `${SITE_URL}/person/vadim-prokopiev/`,
      url: `${SITE_URL}/person/vadim-prokopiev/`,
      name: 'Vadim Prokopiev',
    })
  })

  it('let no headline out of its place', () => {
    const {headline} = jsonLdOf('/article/article-withdrawn/')
    expect(headline).toBe(HOSTILE)
    const page = read('/article/article-withdrawn/index.html')
    expect(page).toContain('<h1>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; “R&amp;D”</h1>')
    expect(page).not.toContain('<img')
  })

  it('hold well-formed feeds and a sitemap', () => {
    const parser = new XMLParser({ignoreAttributes: false})
    for (const name of ['/feed.xml', '/sitemap.xml']) {
      expect(XMLValidator.validate(read(name))).toBe(true)
    }
    const {items, ...feed} = JSON.parse(read('/feed.json'))
    expect(feed).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Storygraph Journal',
      home_page_url: SITE_URL,
      feed_url: `${SITE_URL}/feed.json`,
    })
    const {channel} = parser.parse(read('/feed.xml')).rss
    const expected = [STORY, '/article/article-arabic/', '/article/article-withdrawn/']
    const addresses = new Set(expected.map((address) => `${SITE_URL}${address}`))
    const valuesOf = (list: Record<string, string>[], name: string) =>
      new Set(list.map((item) => item[name]))
    expect(valuesOf(items, 'url')).toEqual(addresses)
    expect(valuesOf(channel.item, 'link')).toEqual(addresses)
    expect(read('/robots.txt')).toContain(`Sitemap: ${SITE_URL}/sitemap.xml`)
  })

  it('lead nowhere that is not there', () => {
    const broken: string[] = []
    let count = 0
    for (const [name, content] of files) {
      for (const target of linksIn(name, content.toString())) {
        count += 1
        if (!leadsSomewhere(target)) broken.push(`${name} → ${target.href}`)
      }
    }
    expect(broken).toEqual([])
    expect(count).toBeGreaterThan(1000)
  })

  it('hold nothing of a draft, the desk or a protected source, and no token', () => {
    const traces = [token, UNSEEN, 'drafts.', 'protectedIdentity', 'goneAddress', 'desk.notes']
    const found = (trace: string) =>
      [...files].filter(([, content]) => content.includes(trace)).map(([name]) => name)
    expect(traces.map(found)).toEqual(traces.map(() => []))
    expect(found('Vadim Prokopiev').length).toBeGreaterThan(5)
  })

  it('keep search engines from protected people, who are in no list', () => {
    expect(read('/person/kandalaksha/index.html')).toContain('content="noindex"')
    const lists = [
      '/index.html',
      '/who-is-who/index.html',
      '/sitemap.xml',
      '/place/ukraine/index.html',
    ]
    for (const list of lists) expect(read(list)).not.toContain('/person/kandalaksha/')
  })

  it('come from sources that are checked against the types of the package', async () => {
    const checked = path.join(example.home, 'checked')
    await writeAsTypeScript(example.folder, checked)
    expect(await example.typeCheck('-p', checked)).toBe('')
    const page = path.join(checked, 'src', 'pages', 'poll', '[slug].astro.tsx')
    const wrong = (await readFile(page, 'utf8')).replace(
      'poll.pollsterWording',
      'poll.pollster.age',
    )
    await writeFile(page, wrong)
    expect(await example.typeCheck('-p', checked)).toContain("Property 'age' does not exist")
  })
})

/** What a page complains of, asks others for, and how far its parts move while it loads. */
async function watch(page: Page): Promise<readonly string[]> {
  const faults: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(request.url())
  })
  await page.addInitScript(`
    window.layoutShift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.layoutShift += entry.value
    }).observe({type: 'layout-shift', buffered: true})`)
  return faults
}

/** Every file of a folder, by its path from there with a slash before it. */
async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const found = new Map<string, Buffer>()
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    found.set(`/${path.relative(folder, file)}`, await readFile(file))
  }
  return found
}

function read(name: string): string {
  const content = files.get(name)
  if (content === undefined) throw new Error(`The site has no ${name}.`)
  return content.toString()
}

function jsonLdOf(address: string) {
  const [, data = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(`${address}index.html`)) ?? []
  return JSON.parse(data)
}

/** Where a file leads on this site, whole or from where it stands. */
function linksIn(name: string, content: string): URL[] {
  const found = content.matchAll(/(?:\s(?:href|src)="|<loc>|url\()([^"<)]+)/g)
  return [...found]
    .map(([, target = '']) => new URL(target.replaceAll('&#38;', '&'), `${SITE_URL}${name}`))
    .filter(({origin}) => origin === SITE_URL)
}

function leadsSomewhere({pathname, hash}: URL): boolean {
  const name = decodeURIComponent(pathname).replace(/\/$/, '/index.html')
  const content = files.get(name)?.toString()
  return content !== undefined && (hash === '' || content.includes(`id="${hash.slice(1)}"`))
}
