import {readFileSync} from 'node:fs'
import path from 'node:path'

import {describe, expect, it} from 'vitest'

import {readStory, seedStory} from '../../cli/seedStory.ts'
import {articleBySlugQuery} from '../../queries/index.ts'
import {runCommand} from '../support/command.ts'
import {STORY_SLUG as slug, printedText} from '../support/story.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {testLake} from '../support/testLake.ts'

/** A lake on this machine with the bundled story; `run` renders from it in a process of its own. */
async function seededLake() {
  const {administrator, url, lake} = await testLake()
  await seedStory(administrator, await readStory())
  const as =
    (token: string) =>
    (...args: string[]) =>
      runCommand(['render', ...args], {
        environment: {SANITY_STUDIO_API_HOST: url, SANITY_API_TOKEN: token},
      })
  return {administrator, run: as(''), runAsAdministrator: as(lake.token)}
}

const formats = ['html', 'markdown', 'jsonld', 'feed', 'json-feed', 'text']

/** What was printed of several formats, by their names. */
function partsOf(stdout: string): Map<string, string> {
  const [, ...parts] = stdout.split(/^==> (.+) <==\n/m)
  return new Map(
    parts.flatMap((name, index) =>
      index % 2 === 0 ? [[name, parts[index + 1]?.replace(/\n$/, '') ?? '']] : [],
    ),
  )
}

describe('storygraph render', {timeout: 120_000}, () => {
  it('prints the bundled story in every format', async () => {
    const {administrator, run} = await seededLake()
    const site = ['--site-url', 'https://news.example', '--site-name', 'The Desk']
    const {exitCode, stdout, stderr} = await run('--to', 'all', ...site)
    expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''})
    const printed = partsOf(stdout)
    expect([...printed.keys()]).toEqual(formats)
    const print = (format: string): string => printed.get(format) ?? ''
    const [headline, ...paragraphs] = printedText.trimEnd().split('\n')
    const page = `https://news.example/article/${slug}`

    expect(print('text')).toBe(`${printedText.trimEnd()}\n`)
    expect(print('html').startsWith(`<article lang="en"><header><h1>${headline}</h1>`)).toBe(true)
    expect(print('markdown').split('\n').slice(0, 5)).toEqual([
      `# ${headline}`,
      '',
      'The author’s name is not known',
      '',
      expect.stringContaining('[Vadim Prokopiev](https://news.example/person/vadim-prokopiev)'),
    ])
    const {'@type': type, url, publisher} = JSON.parse(print('jsonld'))
    expect({type, url, publisher}).toEqual({
      type: 'NewsArticle',
      url: page,
      publisher: {
        '@type': 'NewsMediaOrganization',
        name: 'The Desk',
        url: 'https://news.example',
      },
    })
    expect(print('feed').split('\n').slice(7, 10)).toEqual([
      '    <item>',
      `      <title>${headline}</title>`,
      `      <link>${page}</link>`,
    ])
    const story = await administrator.fetch(articleBySlugQuery, {slug, language: null})
    const {items} = JSON.parse(print('json-feed'))
    expect(items).toEqual([
      {
        id: story?._id,
        url: page,
        title: headline,
        content_text: paragraphs.join('\n\n'),
        date_modified: expect.any(String),
        language: 'en',
      },
    ])
  })

  it('writes a file for each format, and replaces one only if told to', async () => {
    const {run} = await seededLake()
    const folder = path.join(temporaryDirectory(), 'site')
    const endings = ['html', 'md', 'jsonld', 'rss', 'feed.json', 'txt']
    const files = endings.map((ending) => path.join(folder, `${slug}.${ending}`))
    expect(await run('--to', 'all', '--out', folder)).toEqual({
      exitCode: 0,
      stdout: `${files.join('\n')}\n`,
      stderr: '',
    })
    const printed = partsOf((await run('--to', 'all')).stdout)
    const written = files.map((file) => readFileSync(file, 'utf8'))
    expect(written).toEqual(formats.map((format) => printed.get(format)))
    expect((await run(slug, '--to', 'text')).stdout).toBe(written.at(-1))

    const again = ['--to', 'markdown', '--out', folder]
    expect(await run(...again)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `${files[1]} exists: name another file, or replace it with --overwrite.\n`,
    })
    expect((await run(...again, '--overwrite')).exitCode).toBe(0)
  })

  it('prints a draft when drafts are asked for by somebody who may see them', async () => {
    const {administrator, run, runAsAdministrator} = await seededLake()
    const {_id = ''} = (await administrator.fetch(articleBySlugQuery, {slug, language: null})) ?? {}
    const published = await administrator.getDocument(_id)
    if (!published) throw new Error('The story is not in the lake.')
    await administrator.createOrReplace({...published, _id: `drafts.${_id}`, title: 'Rain'})
    const headlines = [
      await runAsAdministrator(slug, '--perspective', 'drafts'),
      await runAsAdministrator(slug),
      await run(slug, '--perspective', 'drafts'),
    ].map(({stdout}) => /<h1>(.*)<\/h1>/.exec(stdout)?.[1])
    expect(headlines).toEqual(['Rain', published['title'], published['title']])
  })

  it.each([
    [
      ['rain'],
      'There is no story with the address "rain": "storygraph query stories" lists those there are.\n',
    ],
    [
      [slug, '--language', 'uk'],
      `There is no story with the address "${slug}" in uk: "storygraph query stories" lists those there are.\n`,
    ],
    [
      [slug, '--to', 'pdf'],
      '--to takes all or some of html, markdown, jsonld, feed, json-feed, text, not "pdf".\n',
    ],
    [
      [slug, '--to', 'html,pdf'],
      '--to takes all or some of html, markdown, jsonld, feed, json-feed, text, not "pdf".\n',
    ],
    [
      [slug, '--site-url', 'javascript:alert(1)'],
      '--site-url takes an address such as https://news.example, not "javascript:alert(1)".\n',
    ],
    [[slug, '--form', 'text'], 'There is no flag --form; --help lists those there are.\n'],
  ])('says in a sentence why it prints nothing: %j', async (args, sentence) => {
    const finished = await runCommand(['render', ...args, '--data', temporaryDirectory()])
    expect(finished).toEqual({exitCode: 1, stdout: '', stderr: sentence})
  })

  it('says that a story kept from search engines is in no feed', async () => {
    const {administrator, run} = await seededLake()
    const {_id = ''} = (await administrator.fetch(articleBySlugQuery, {slug, language: null})) ?? {}
    await administrator
      .patch(_id)
      .set({seo: {_type: 'storySeo', noIndex: true}})
      .commit()
    expect(await run(slug, '--to', 'feed')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `The story "${slug}" is in no feed: a feed has the fifty newest, without those kept from search engines.\n`,
    })
  })
})
