import {createElement, useId, type ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import type {Lake} from '../../lake/index.ts'
import {articleBySlugQuery} from '../../queries/index.ts'
import {renderArticle, type Article} from '../../render/html/index.ts'
import {defaultComponents, StoryArticle, type StoryArticleProps} from '../../render/react/index.ts'
import {launchBrowser} from '../support/browser.ts'
import {openSeededLake} from '../support/seededLake.ts'
import {STORY_SLUG as slug} from '../support/story.ts'
import {richStory, urlFor} from './richStory.ts'

const hostile = '"> <img src=x onerror="document.title=1"><script>document.title=1</script>'
const leadImage: Article['leadImage'] = {
  asset: {_id: 'image-a', url: 'https://lake.example/a.jpg', width: 1000, height: 500},
  alt: hostile,
  decorative: false,
  caption: hostile,
  credit: 'Jo Lind',
  hotspot: null,
  crop: null,
}

/** Stories rendered on a server, and read by a real browser. */
describe('StoryArticle', () => {
  let lake: Lake
  let browser: Browser
  let page: Page
  let seeded: Article

  beforeAll(async () => {
    const opened = await openSeededLake()
    lake = opened.lake
    const found = await opened.anonymous.fetch(articleBySlugQuery, {slug, language: null})
    if (found === null) throw new Error('The story is not public.')
    seeded = found
    browser = await launchBrowser()
    page = await browser.newPage()
  })
  afterAll(async () => {
    await browser.close()
    await lake.close()
  })

  it.each<[string, () => Article]>([
    ['the bundled story', () => seeded],
    ['all that a text can hold', () => richStory],
    ['a lead picture and words that somebody typed', spoilt],
    [
      'a story that was withdrawn',
      () => ({...richStory, withdrawal: {date: '2026-03-01', notice: hostile}}),
    ],
  ])('has the markup that renderArticle has: %s', async (_, story) => {
    const html = await parsed(renderArticle(story(), {urlFor}))
    expect(await parsed(serverMarkup({article: story(), urlFor}))).toBe(html)
    expect(html).toContain('<article lang="en"><header><h1>')
  })

  it('lets nothing that somebody typed become markup or script', async () => {
    await parsed(serverMarkup({article: spoilt(), urlFor: () => 'javascript:document.title=1'}))
    expect(await page.locator('[onerror], script, [href]').count()).toBe(0)
    expect(await page.title()).toBe('')
    expect(await page.locator('h1').textContent()).toBe(hostile)
  })

  it('takes another component for each part, with state of its own, and for paragraphs', () => {
    const Mention = ({children}: {children: ReactNode}) =>
      createElement('i', {id: useId().replaceAll(/\W/g, '')}, children)
    const markup = serverMarkup({
      article: {...richStory, body: richStory.body.slice(0, 2), polls: []},
      urlFor,
      components: {
        headline: ({article}) => createElement('h2', null, article.title.length),
        standfirst: () => null,
        byline: () => null,
        mention: Mention,
        quotation: ({children, value}) => createElement('q', {title: value.kind}, children),
        link: (props) => createElement('b', null, createElement(defaultComponents.link, props)),
        correction: ({correction}) => createElement('li', null, correction.text),
      },
      portableText: {block: {h2: ({children}) => createElement('h3', null, children)}},
    })
    expect(markup.replace(/ id="\w+"/, ' id="own"')).toBe(
      '<article lang="en"><header><h2>28</h2></header><div class="text"><p>' +
        '<q title="direct">“We row,”</q> said <i id="own">Ана [Зел]</i>' +
        '<q title="direct">. “And *we* <em>stay </em>here.”</q> ' +
        '<b><a href="https://boats.example/a_(b)?c=1&amp;d=2" rel="noopener noreferrer">Ана</a></b>' +
        '</p><h3>The pier</h3></div>' +
        '<aside class="corrections"><ul><li>It is a pier.</li></ul></aside></article>',
    )
  })

  function serverMarkup(props: StoryArticleProps): string {
    // React puts hints for pictures before the markup; they belong to the head of a page.
    return renderToStaticMarkup(createElement(StoryArticle, props)).replace(/^(<link [^>]*>)+/, '')
  }

  /** As the browser understands it. */
  async function parsed(markup: string): Promise<string> {
    await page.setContent(markup)
    return page.locator('body').innerHTML()
  }

  function spoilt(): Article {
    return {
      ...richStory,
      title: hostile,
      standfirst: hostile,
      bylines: [{_key: 'a', role: 'reporter', name: hostile}],
      leadImage,
      corrections: richStory.corrections.map((one) => ({...one, text: hostile, before: hostile})),
      polls: richStory.polls.map((poll) => ({...poll, title: hostile, pollsterWording: hostile})),
      quotations: richStory.quotations.map((one) => ({...one, text: hostile})),
      body: [
        {
          _key: 'p',
          _type: 'block',
          children: [
            {_key: 'a', _type: 'span', text: hostile, marks: []},
            {_key: 'b', _type: 'span', text: 'here', marks: ['l']},
          ],
          markDefs: [{_key: 'l', _type: 'link', href: 'javascript:document.title=1'}],
        },
        {_key: 'f', _type: 'factBox', title: hostile, text: hostile},
        {_key: 'q', _type: 'pullQuote', quotationKey: 'q0'},
      ],
    }
  }
})
