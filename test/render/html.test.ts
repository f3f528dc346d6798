import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'

import type {Lake} from '../../lake/index.ts'
import {articleBySlugQuery} from '../../queries/index.ts'
import {renderArticle, type Article, type PageSubject} from '../../render/html/index.ts'
import {launchBrowser} from '../support/browser.ts'
import {openSeededLake} from '../support/seededLake.ts'
import {STORY_SLUG as slug, printedText} from '../support/story.ts'

const urlFor = ({_type, slug}: PageSubject): string | undefined =>
  slug === null ? undefined : `/${_type}/${slug}`

const hostile =
  '"> \u0020&nbsp;<img src=x onerror="document.title=1"><script>document.title=1</script>'

/** The bundled story, rendered, and read again by a real browser. */
describe('renderArticle', () => {
  let lake: Lake
  let browser: Browser
  let page: Page
  let story: Article

  beforeAll(async () => {
    const seeded = await openSeededLake()
    lake = seeded.lake
    const found = await seeded.anonymous.fetch(articleBySlugQuery, {slug, language: null})
    if (found === null) throw new Error('The story is not public.')
    story = found
    browser = await launchBrowser()
  })
  beforeEach(async () => {
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await lake.close()
  })

  it('prints headline and paragraphs to the letter', async () => {
    await page.setContent(renderArticle(story, {urlFor}))
    const [title, ...paragraphs] = printedText.trimEnd().split('\n')
    expect(await texts('h1')).toEqual([title])
    expect(await texts('.text > p')).toEqual(paragraphs)
  })

  it('keeps each quotation to the letter, also where its attribution splits it', async () => {
    await page.setContent(renderArticle(story, {urlFor}))
    expect(await texts('.text .quotation')).toEqual(story.quotations.map(({text}) => text))
    expect(await texts('.text > p:nth-child(19)')).toEqual([printedText.split('\n')[19]])
    expect(await texts('.text > p:nth-child(19) .quotation')).toEqual([
      '“For years, we wrote petitions and met with politicians,”',
      '“But things got worse, not better — there are now more than 1,000 political prisoners in Belarus.”',
      '“last straw”',
    ])
  })

  it('tells readers what was corrected, and the old wording only where it was kept', async () => {
    const corrections: Article['corrections'] = [
      {
        _key: 'a',
        date: '2026-02-01',
        kind: 'correction',
        text: `Kandalaksha is in the north-west. ${hostile}`,
        before: 'northeastern Russia',
        after: 'northwestern Russia',
        blockKey: 'p23',
      },
      {
        _key: 'b',
        date: '2026-01-01',
        kind: 'safety',
        text: 'A name was removed.',
        before: null,
        after: null,
        blockKey: null,
      },
    ]
    await page.setContent(renderArticle({...story, corrections}, {urlFor}))
    const plain = hostile.replace('\u0020&nbsp;', ' &nbsp;')
    expect(await texts('.correction p')).toEqual([
      `Correction, 2026-02-01: Kandalaksha is in the north-west. ${plain}`,
      'Before: northeastern Russia',
      'Now: northwestern Russia',
      'Removed for somebody’s safety, 2026-01-01: A name was removed.',
    ])
    expect(await page.title()).toBe('')
  })

  it('leaves of a withdrawn story the headline and the notice', async () => {
    const withdrawal = {date: '2026-03-01', notice: 'Withdrawn: it could not be verified.'}
    await page.setContent(renderArticle({...story, withdrawal}, {urlFor}))
    expect(await texts('article')).toEqual([
      `${story.title}Withdrawn: it could not be verified. 2026-03-01`,
    ])
  })

  it('adds no quotation mark of a browser to those that are printed', async () => {
    await page.setContent(renderArticle(story, {urlFor}))
    expect(await page.locator('q').count()).toBe(0)
    const quoted = await texts('.text > p:nth-child(3) .quotation')
    expect(quoted).toEqual([
      '“It was pretty understandable, obviously they were expecting all kinds of trouble from Belarus,”',
    ])
  })

  it('links every name to its page and names the speaker of every quotation', async () => {
    await page.setContent(renderArticle(story, {urlFor}))
    const links = page.locator('a.mention')
    expect(await links.first().getAttribute('href')).toBe('/person/vadim-prokopiev')
    expect(await links.first().textContent()).toBe('Vadim Prokopiev')
    const speakers = await page
      .locator('.quotation')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-speaker')))
    expect(new Set(speakers)).toEqual(
      new Set([
        'Vadim Prokopiev',
        null,
        'Mike',
        'Kandalaksha',
        'Alina Korotkevich',
        'Palina Brodik',
      ]),
    )
    const cite = await page.locator('.quotation').first().getAttribute('data-cite')
    expect(cite).toBe('/person/vadim-prokopiev')
  })

  it('gives figures their number, and shows what the poll found after the text', async () => {
    await page.setContent(renderArticle(story, {urlFor}))
    const figures = page.locator('data.figure', {hasText: /two-thirds|per cent/})
    expect(
      await figures.evaluateAll((all) =>
        all.map((one) => [
          one.textContent,
          one.getAttribute('value'),
          one.getAttribute('data-qualifier'),
        ]),
      ),
    ).toEqual([
      ['two-thirds', '66.7', 'exact'],
      ['more than 50 per cent', '50', 'moreThan'],
      ['11 per cent', '11', 'exact'],
    ])
    expect(await texts('.poll td')).toEqual([
      'Opposed',
      'two-thirds',
      'Disapproved',
      'more than 50 per cent',
      'Supported',
      'Only 11 per cent',
    ])
    expect(await texts('.poll figcaption')).toEqual([
      'Source: an independent Belarusian sociologist, in April',
    ])
  })

  it('says who made the story, or why nobody is named', async () => {
    await page.setContent(renderArticle(story, {urlFor}))
    expect(await texts('.byline')).toEqual(['The author’s name is not known'])
    const bylines: Article['bylines'] = [
      {_key: 'a', role: 'reporter', name: 'Jo Lind'},
      {_key: 'b', role: 'photographer', name: 'Ana Zell'},
    ]
    await page.setContent(renderArticle({...story, bylines}, {urlFor}))
    expect(await texts('.byline')).toEqual(['By Jo Lind, Ana Zell (photographer)'])
  })

  it('shows the lead picture at once and those of the text later, cut as the editor cut them', async () => {
    const asset = {_id: 'image-a', url: 'https://lake.example/a.jpg', width: 1000, height: 500}
    const picture = {asset, alt: 'A pier', decorative: false, hotspot: null}
    const leadImage: Article['leadImage'] = {
      ...picture,
      alt: hostile,
      caption: 'The pier at noon.',
      credit: 'Jo Lind',
      crop: {_type: 'sanity.imageCrop', left: 0.1, right: 0.1, top: 0, bottom: 0.2},
    }
    const inText = {_key: 'i', _type: 'creditedImage' as const, ...picture}
    const body: Article['body'] = [
      {...inText, decorative: true, caption: null, credit: 'Jo Lind', crop: null},
      {...inText, caption: null, credit: 'Jo Lind', crop: null, asset: null},
    ]
    await page.setContent(renderArticle({...story, leadImage, body}, {urlFor}))
    const sizes = '(min-width: 40rem) 38rem, 100vw'
    const file = (width: number, rect = ''): string =>
      `https://lake.example/a.jpg?${rect}w=${width}&fit=max&auto=format`
    const cut = 'rect=100,0,800,400&'
    expect(await page.locator('img').evaluateAll(attributesOf)).toEqual([
      {
        src: file(800, cut),
        srcset: `${file(400, cut)} 400w, ${file(800, cut)} 800w`,
        sizes,
        width: '800',
        height: '400',
        alt: hostile,
        fetchpriority: 'high',
        decoding: 'async',
      },
      {
        src: file(1000),
        srcset: `${file(400)} 400w, ${file(800)} 800w, ${file(1000)} 1000w`,
        sizes,
        width: '1000',
        height: '500',
        alt: '',
        loading: 'lazy',
        decoding: 'async',
      },
    ])
    expect(await texts('.picture figcaption')).toEqual(['The pier at noon. Jo Lind', 'Jo Lind'])
  })

  it('lets nothing that somebody typed become markup or script', async () => {
    const entity = {_id: 'x', _type: 'person' as const, name: hostile, slug: hostile}
    const spoilt: Article = {
      ...story,
      title: hostile,
      standfirst: hostile,
      language: hostile,
      bylines: [{_key: 'a', role: 'reporter', name: hostile}],
      polls: story.polls.map((poll) => ({...poll, title: hostile, pollsterWording: hostile})),
      body: [
        {
          _key: 'p',
          _type: 'block',
          children: [
            {_key: 'a', _type: 'span', text: hostile, marks: ['m', 'q']},
            {_key: 'b', _type: 'span', text: 'here', marks: ['l']},
          ],
          markDefs: [
            {_key: 'm', _type: 'mention', entity, language: null},
            {_key: 'l', _type: 'link', href: 'javascript:document.title=1'},
            {
              _key: 'q',
              _type: 'quotation',
              speaker: entity,
              basis: 'name',
              kind: 'direct',
              continues: false,
              nested: [],
            },
          ],
        },
      ],
    }
    await page.setContent(renderArticle(spoilt, {urlFor: ({slug}) => slug ?? undefined}))
    expect(await page.locator('img, script, [onerror]').count()).toBe(0)
    expect(await page.title()).toBe('')
    expect(await texts('h1')).toEqual([hostile])
    expect(await texts('.text > p')).toEqual([`${hostile}here`])
    expect(await page.locator('a:has-text("here")').count()).toBe(0)
  })

  it('leaves a mention as plain words as long as nobody is chosen or has a page', () => {
    const unlinked = renderArticle(story, {urlFor: () => undefined})
    expect(unlinked).not.toContain('<a ')
    expect(unlinked).toContain('<span class="mention" data-type="person">Vadim Prokopiev</span>')
  })

  it('takes another rendering for each part, and for paragraphs', () => {
    const html = renderArticle(story, {
      urlFor,
      components: {
        headline: ({title}) => `<h2>${title.length}</h2>`,
        mention: ({children, value}) => `<i id="${value.entity._type}">${children}</i>`,
        quotation: ({children}) => `<q>${children}</q>`,
        figure: ({children}) => `<b>${children}</b>`,
        poll: () => '<hr>',
        byline: () => '',
      },
      portableText: {block: {normal: ({children}) => `<div>${children}</div>`}},
    })
    expect(html.startsWith('<article lang="en"><header><h2>57</h2></header>')).toBe(true)
    expect(html).toContain('For weeks, <i id="person">Vadim Prokopiev</i> kept')
    expect(html).toContain('<b>two-thirds</b>')
    expect(html.endsWith('<aside class="polls"><hr></aside></article>')).toBe(true)
    expect(html).toMatch(/<q>“We’ve come here.+<\/q>/)
    expect(html).not.toMatch(/<p>|class="(mention|quotation|figure|poll|byline)"/)
  })

  function attributesOf(elements: readonly Element[]): Record<string, string>[] {
    return elements.map((element) =>
      Object.fromEntries(Array.from(element.attributes, ({name, value}) => [name, value])),
    )
  }

  function texts(selector: string): Promise<string[]> {
    return page.locator(selector).allTextContents()
  }
})
