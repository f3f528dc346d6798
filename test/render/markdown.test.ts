import {markdownToPortableText} from '@portabletext/markdown'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import type {Lake} from '../../lake/index.ts'
import {articleBySlugQuery} from '../../queries/index.ts'
import {defaultComponents, renderMarkdown, type Article} from '../../render/markdown/index.ts'
import {openSeededLake} from '../support/seededLake.ts'
import {STORY_SLUG as slug, printedText} from '../support/story.ts'
import {richStory, urlFor} from './richStory.ts'

type Read = ReturnType<typeof markdownToPortableText>[number]

/** The bundled story as Markdown, read again by a real reader of Markdown. */
describe('renderMarkdown', () => {
  let lake: Lake
  let story: Article

  beforeAll(async () => {
    const seeded = await openSeededLake()
    lake = seeded.lake
    const found = await seeded.anonymous.fetch(articleBySlugQuery, {slug, language: null})
    if (found === null) throw new Error('The story is not public.')
    story = found
  })
  afterAll(() => lake.close())

  it('prints headline and paragraphs to the letter', () => {
    const read = markdownToPortableText(renderMarkdown(story, {urlFor}))
    const [title, ...paragraphs] = printedText.trimEnd().split('\n')
    const texts = read.map(textOf)
    expect(texts[0]).toBe(title)
    expect(texts.slice(2, 2 + paragraphs.length)).toEqual(paragraphs)
    expect(read[0]).toHaveProperty('style', 'h1')
  })

  it('ends with the poll behind the figures, as a table', () => {
    const markdown = renderMarkdown(story, {urlFor})
    expect(markdown.slice(markdown.indexOf('**Poll on'))).toBe(`**Poll on the war, Belarus, April**

| On | Answer | Share |
| --- | --- | --- |
| the use of Belarusian infrastructure for Russia’s military operations in Ukraine | Opposed | two-thirds |
| Russia’s actions in Ukraine | Disapproved | more than 50 per cent |
| sending Belarusian troops into Ukraine | Supported | Only 11 per cent |

Source: an independent Belarusian sociologist, in April
`)
  })

  it('keeps each quotation to the letter, also where its attribution splits it', () => {
    const components = {quotation: ({children}: {children: string}) => `<q>${children}</q>`}
    const markdown = renderMarkdown(story, {urlFor: () => undefined, components})
    const quoted = Array.from(markdown.matchAll(/<q>(.*?)<\/q>/g), ([, words]) => words)
    expect(quoted).toEqual(story.quotations.map(({text}) => text))
    expect(renderMarkdown(story, {urlFor: () => undefined})).toContain(
      '“But we are not the same as our country’s de facto regime,” she added. “Our job is to show solidarity with the Ukrainians.”',
    )
  })

  it('writes all that a text can hold', () => {
    expect(renderMarkdown(richStory, {urlFor})).toBe(`# Rowers guard # the harbour \\#

1\\. They row.

By Jo \\*Lind\\* (photographer)

“We row,” said [Ана \\[Зел\\]](/person/ana-zell). “And \\*we\\* *stay* here.” [Ана](https://boats.example/a_%28b%29?c=1&d=2)

## The pier

- oars

![A \\[pier\\]](https://lake.example/a.jpg?w=500&fit=max&auto=format)

The pier. Jo Lind

> “We row,”
>
> — Ana Zell

> **Boats**
>
> They float.
>
> Mostly.

**Poll on the harbour**

| On | Answer | Share |
| --- | --- | --- |
| a pier | Supported | many |

Source: the town, in April

- **Correction**, 2026-02-01: It is a pier.
   - Before: a quay
   - Now: a pier
`)
  })

  it('shows the lead picture, and the findings of a poll that stands after the text', () => {
    const leadImage = {
      asset: {_id: 'image-a', url: 'https://lake.example/a.jpg', width: 500, height: 250},
      alt: 'unseen',
      decorative: true,
      caption: null,
      credit: 'Jo Lind',
      hotspot: null,
      crop: null,
    }
    expect(renderMarkdown({...richStory, leadImage, body: [], corrections: []}, {urlFor}))
      .toBe(`# Rowers guard # the harbour \\#

1\\. They row.

By Jo \\*Lind\\* (photographer)

![](https://lake.example/a.jpg?w=500&fit=max&auto=format)

Jo Lind

**Poll on the harbour**

| On | Answer | Share |
| --- | --- | --- |
| a tax \\| a toll | Opposed | fully two-thirds |
| a pier | Supported | many |

Source: the town, in April
`)
  })

  it('leaves of a withdrawn story the headline and the notice', () => {
    const withdrawal = {date: '2026-03-01', notice: '- It could not be verified.'}
    expect(renderMarkdown({...richStory, withdrawal}, {urlFor})).toBe(
      '# Rowers guard # the harbour \\#\n\n\\- It could not be verified. 2026-03-01\n',
    )
  })

  it('tears no name apart, and emphasises no blank', () => {
    const body = paragraphOf([
      {text: 'x', marks: []},
      {text: ' “Hm!” ', marks: ['strong']},
      {text: '—', marks: ['em']},
      {text: 'Ana\n\nZell', marks: ['m']},
    ])
    expect(renderMarkdown(storyWith(body), {urlFor})).toBe(
      'x “**Hm**!” —[Ana  \nZell](/person/ana-zell)\n',
    )
  })

  it.each([
    ['an image with a script', '<img src=x onerror=alert(1)>'],
    ['a tag around a bracket', '<a href="](/evil)">x</a>'],
    ['a block of HTML', 'x\n\n<script>alert(1)</script>\n\ny'],
    ['a link', '](javascript:alert(1)) [click](javascript:alert(1))'],
    ['an image', '![x](/pixel.gif)'],
    ['a reference', '[x]: /evil'],
    ['a heading, a rule and a fence', '# x\n---\n```\ncode'],
    ['a list and a quotation', '- x\n> y\n1. z'],
    ['emphasis and code', '**x** _y_ `z` ~~w~~'],
    ['an entity', '&lt;b&gt; &#60;'],
    ['a cell of a table', 'x | y\\| z'],
  ])('lets %s that somebody typed be nothing but words', (_, typed) => {
    const read = markdownToPortableText(renderMarkdown(everywhere(typed), {urlFor: () => '/p'}))
    const kinds = read.map((block) => [block._type, 'style' in block ? block['style'] : null])
    expect(kinds).toEqual([
      ['block', 'h1'],
      ['block', 'normal'],
      ['block', 'normal'],
      ['image', null],
      ['block', 'normal'],
      ['block', 'normal'],
      ['block', 'blockquote'],
      ['block', 'blockquote'],
      ['block', 'normal'],
      ['block', 'normal'],
      ['table', null],
      ['block', 'normal'],
    ])
    expect(read.flatMap(linksOf)).toEqual(['/p'])
    const words = typed.replaceAll(/\s*\n\s*/g, ' ')
    expect(read.map(textOf).slice(0, 3)).toEqual([words, words, `By ${words}`])
    expect(textOf(read[5])).toBe(typed.replaceAll(/\n\s*\n/g, '\n'))
  })

  it.each([
    ['https://x.example/a b)\n[c](d)', 'https://x.example/a%20b%29%0A[c]%28d%29'],
    ['/a"<b>`\\c', '/a%22%3Cb%3E%60%5Cc'],
    ['/a?b=1&c=2&copy;&#58;', '/a?b=1&c=2&amp;copy;&amp;#58;'],
  ])('lets no address end its link: %j', (address, target) => {
    const body = paragraphOf([{text: 'Ana', marks: ['m']}])
    const markdown = renderMarkdown(storyWith(body), {urlFor: () => address})
    expect(markdown).toBe(`[Ana](${target})\n`)
  })

  it('links nothing that could run a script', () => {
    const body = paragraphOf([
      {text: 'Ana', marks: ['m']},
      {text: 'here', marks: ['l']},
    ])
    const markdown = renderMarkdown(storyWith(body), {urlFor: () => 'javascript:alert(1)'})
    expect(markdown).toBe('Anahere\n')
  })

  it('takes another writing for each part, and for paragraphs', () => {
    const markdown = renderMarkdown(richStory, {
      urlFor,
      components: {
        headline: (article) => `${defaultComponents.headline(article)} {#top}`,
        byline: () => '',
        standfirst: () => '',
        mention: ({children, value}) => `{${value.entity._type}:${children}}`,
        quotation: ({children}) => `<q>${children}</q>`,
        link: ({children, value}) => `${children} <${value.href}>`,
        picture: ({alt}) => `picture: ${alt}`,
        pullQuote: ({speaker}, {urlFor}) => `pull: ${speaker && urlFor(speaker)}`,
        factBox: ({title}) => `box: ${title}`,
        poll: ({findings}) => `poll: ${findings.length}`,
        correction: ({text}) => `corrected: ${text}`,
      },
      portableText: {block: {h2: ({children}) => `== ${children} ==`}},
    })
    expect(markdown).toBe(`# Rowers guard # the harbour \\# {#top}

<q>“We row,”</q> said {person:Ана \\[Зел\\]}<q>. “And \\*we\\* *stay* here.”</q> Ана <https://boats.example/a_(b)?c=1&d=2>

== The pier ==

- oars

picture: A [pier]

pull: /person/ana-zell

box: Boats

poll: 1

corrected: It is a pier.
`)
  })
})

const entity = {_id: 'p', _type: 'person', name: 'Ana Zell', slug: 'ana-zell'} as const

function paragraphOf(spans: {text: string; marks: string[]}[]): Article['body'] {
  return [
    {
      _key: 'p',
      _type: 'block',
      children: spans.map((span, index) => ({_key: `s${index}`, _type: 'span', ...span})),
      markDefs: [
        {_key: 'm', _type: 'mention', entity, language: null},
        {_key: 'l', _type: 'link', href: 'javascript:alert(1)'},
      ],
    },
  ]
}

function storyWith(body: Article['body']): Article {
  return {
    ...richStory,
    title: '',
    standfirst: null,
    bylines: [],
    corrections: [],
    polls: [],
    body,
  }
}

/** A story in which somebody typed the same words wherever one can type. */
function everywhere(typed: string): Article {
  const [poll] = richStory.polls
  if (!poll) throw new Error('The story has no poll.')
  const line = typed.replaceAll(/\s*\n\s*/g, ' ')
  return {
    ...richStory,
    title: typed,
    standfirst: typed,
    bylines: [{_key: 'a', role: 'reporter', name: typed}],
    leadImage: {
      asset: {_id: 'image-a', url: 'https://lake.example/a.jpg', width: 5, height: 5},
      alt: typed,
      decorative: false,
      caption: typed,
      credit: typed,
      hotspot: null,
      crop: null,
    },
    body: [
      ...paragraphOf([{text: typed, marks: ['m']}]),
      {_key: 'f', _type: 'factBox', title: typed, text: line},
    ],
    corrections: richStory.corrections.map((one) => ({
      ...one,
      text: typed,
      before: null,
      after: null,
    })),
    polls: [
      {
        ...poll,
        title: typed,
        pollsterWording: typed,
        findings: poll.findings.map((finding) => ({...finding, topic: typed})),
      },
    ],
  }
}

function textOf(block: Read | undefined): string {
  const children = block && 'children' in block ? block['children'] : []
  if (!Array.isArray(children)) return ''
  return children.map((child: {text?: string}) => child.text ?? '').join('')
}

function linksOf(block: Read): unknown[] {
  const markDefs = 'markDefs' in block ? block['markDefs'] : []
  return Array.isArray(markDefs) ? markDefs.map((mark: {href?: string}) => mark.href) : []
}
