import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {describe, expect, it} from 'vitest'

import {generateArticles} from '../../bench/articles/generateArticles.ts'
import {runCommand, startCommand} from '../support/command.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'

const ferry =
  'Lorne gets a ferry\nAda Quist, the mayor of Lorne, opened it on Monday. “It is ours,” Quist said.'

async function seed(args: readonly string[], input = '') {
  const {stdout, stderr, exitCode} = await runCommand(['seed', ...args], {input})
  return {stdout, stderr, exitCode}
}

async function titlesIn(directory: string): Promise<string[]> {
  const {administrator} = await testLake({directory})
  return administrator.fetch('*[_type == "article"] | order(title).title', {}, {perspective: 'raw'})
}

describe('storygraph seed with many articles', {timeout: 240_000}, () => {
  it('takes folders, JSON Lines and standard input, and ends with 1 when one fails', async () => {
    const folder = temporaryDirectory()
    const data = temporaryDirectory()
    mkdirSync(path.join(folder, 'inner'))
    writeFileSync(path.join(folder, 'ferry.txt'), ferry)
    writeFileSync(path.join(folder, 'inner', 'empty.txt'), '')
    writeFileSync(path.join(folder, 'picture.png'), 'no article')
    writeFileSync(
      path.join(folder, 'more.jsonl'),
      `${JSON.stringify({id: 'a', title: 'Second', text: 'It was the day of the ferry.'})}\n{"id": 1\n`,
    )
    const first = await seed([folder, '--data', data])
    expect(first.exitCode).toBe(1)
    expect(first.stdout).toMatch(/^4 articles, run \d{8}-\d{6}-[0-9a-f]{4}:\n/)
    expect(first.stdout).toMatch(/^article +2 +0 +0 +0$/m)
    expect(first.stdout).toMatch(
      /failed: \S*empty\.txt: is empty; it needs a headline and a text$/m,
    )
    expect(first.stdout).toMatch(/failed: \S*more\.jsonl:2: is not JSON like/m)
    expect(first.stderr).toMatch(/^4 articles, 2 failed, 100 %$/m)

    const second = await seed(
      ['-', '--data', data, '--json'],
      JSON.stringify({id: 'b', text: ferry}),
    )
    expect(JSON.parse(second.stdout).articles.created).toBe(1)
    expect(await titlesIn(data)).toEqual(['Lorne gets a ferry', 'Lorne gets a ferry', 'Second'])
  })

  it('asks for the headline of an article that has none', async () => {
    const folder = temporaryDirectory()
    const article = path.join(folder, 'ferry.txt')
    writeFileSync(article, 'The ferry came to Lorne on Monday. It was the first of them.\nIt left.')
    const without = await seed([article, '--data', temporaryDirectory()])
    expect(without.exitCode).toBe(1)
    expect(without.stdout).toMatch(/ferry\.txt: has no headline.*--title/)
    const data = temporaryDirectory()
    const {exitCode} = await seed([article, '--title', 'Ferry. At last.', '--data', data])
    expect(exitCode).toBe(0)
    expect(await titlesIn(data)).toEqual(['Ferry. At last.'])
  })

  it('goes on after SIGKILL half-way: nothing is lost, nothing doubled', async () => {
    const archive = path.join(temporaryDirectory(), 'archive.jsonl')
    const articles = [...generateArticles(60)]
    writeFileSync(archive, articles.map((article) => JSON.stringify(article)).join('\n'))
    const data = temporaryDirectory()
    const lake = startCommand(['lake', '--port', '0', '--data', data])
    const [, url = ''] = await lake.printed(/listening on (\S+)/)
    const token = readFileSync(path.join(data, 'token'), 'utf8').trim()
    const client = clientFor(url, token).withConfig({perspective: 'raw'})

    const {child, finished} = startCommand(['seed', archive, '--data', data])
    const count = async (): Promise<number> => client.fetch('count(*[_type == "article"])')
    while ((await count()) < 20) if (child.exitCode !== null) throw new Error('It ended too soon.')
    child.kill('SIGKILL')
    await finished
    const half = await count()
    expect(half).toBeLessThan(articles.length)

    const resumed = await seed([archive, '--data', data, '--json'])
    expect(JSON.parse(resumed.stdout).articles).toEqual({
      created: articles.length - half,
      updated: 0,
      unchanged: half,
      kept: 0,
      failed: 0,
    })
    // With the same secret an archive that nobody interrupts has the same ids.
    const graph =
      '*[!(_id in path("seed.**"))] | order(_id) {..., "_rev": null, "_createdAt": null, "_updatedAt": null}'
    const secret = await client.getDocument('seed.secret')
    const whole = temporaryDirectory()
    const {administrator} = await testLake({directory: whole})
    await administrator.create({
      _id: 'seed.secret',
      _type: 'seedSecret',
      secret: secret?.['secret'],
    })
    await seed([archive, '--data', whole])
    expect(await client.fetch(graph)).toEqual(
      await administrator.fetch(graph, {}, {perspective: 'raw'}),
    )
  })

  it('takes a run back', async () => {
    const folder = temporaryDirectory()
    const data = temporaryDirectory()
    const article = path.join(folder, 'ferry.txt')
    writeFileSync(article, ferry)
    const {stdout} = await seed([article, '--data', data])
    const run = /--undo (\S+)/.exec(stdout)?.[1] ?? ''
    const undone = await seed(['--undo', run, '--data', data])
    expect(undone.stdout).toMatch(
      /^Took back run \S+:\n\d+ deleted, 0 restored, 0 kept, 0 gone already\n$/,
    )
    expect(await titlesIn(data)).toEqual([])
    const unknown = await seed(['--undo', 'never', '--data', data])
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      1,
      expect.stringMatching(/knows of no run never: check its name\.\n$/),
    ])
  })

  it.each([
    [['a.txt', '--publish'], 'leave --publish out, or give its register'],
    [['a.txt', 'b.txt', '--title', 'A'], '--title belongs to one article'],
    [['a.txt', 'b.txt', '--register', 'r.json'], '--register belongs to one article'],
    [['--drafts', '--publish'], '--drafts and --publish exclude each other'],
    [['a.txt', 'nowhere'], 'nowhere cannot be read'],
    [['empty'], 'empty holds no articles: it needs .txt or .jsonl files.'],
  ])('refuses %j', async (args, sentence) => {
    const folder = temporaryDirectory()
    for (const name of ['a.txt', 'b.txt']) writeFileSync(path.join(folder, name), ferry)
    mkdirSync(path.join(folder, 'empty'))
    const files = args.map((arg) =>
      /^(?:[ab]\.txt|nowhere|empty)$/.test(arg) ? path.join(folder, arg) : arg,
    )
    const {exitCode, stderr} = await seed([...files, '--data', temporaryDirectory()])
    expect(exitCode).toBe(1)
    expect(stderr).toContain(sentence)
  })
})
