import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {describe, expect, it} from 'vitest'

import {runCommand, startCommand} from '../support/command.ts'
import {storyCopy} from '../support/story.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {clientFor, testLake} from '../support/testLake.ts'

interface Report {
  dryRun: boolean
  transactionId: string | null
  documents: {type: string; status: string}[]
}

async function seed(...args: string[]): Promise<Report> {
  const {stdout, stderr, exitCode} = await runCommand(['seed', '--json', ...args])
  expect(stderr).not.toContain('failed')
  expect(exitCode).toBe(0)
  return JSON.parse(stdout)
}

function statuses({documents}: Report): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const {status} of documents) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe('storygraph seed', {timeout: 120_000}, () => {
  it('says on a dry run what it would do, and does not even make the data directory', async () => {
    const data = path.join(temporaryDirectory(), 'lake')
    const report = await seed('--dry-run', '--data', data)
    expect(report.dryRun).toBe(true)
    expect(statuses(report)).toEqual({created: report.documents.length})
    expect(report.transactionId).toBe(null)
    expect(existsSync(data)).toBe(false)
  })

  it('writes once; a second run changes nothing and writes no transaction', async () => {
    const data = temporaryDirectory()
    const first = await seed('--data', data)
    expect(statuses(first)).toEqual({created: first.documents.length})
    expect(first.transactionId).not.toBe(null)

    const revisions = async () => {
      const {administrator} = await testLake({directory: data})
      return administrator.fetch('array::unique(*._rev)', {}, {perspective: 'raw'})
    }
    expect(await revisions()).toEqual([first.transactionId])
  })

  it('goes through the server that has the data directory, and keeps what an editor changed', async () => {
    const data = temporaryDirectory()
    const {printed} = startCommand(['lake', '--port', '0', '--data', data])
    const [, url = ''] = await printed(/listening on (\S+)/)
    await seed('--data', data)
    const again = await seed('--data', data)
    expect(statuses(again)).toEqual({unchanged: again.documents.length})
    expect(again.transactionId).toBe(null)

    const token = readFileSync(path.join(data, 'token'), 'utf8').trim()
    const administrator = clientFor(url, token)
    const id = await administrator.fetch('*[_type == "article"][0]._id')
    await administrator.patch(id).set({title: 'Changed by an editor'}).commit()
    const {stdout} = await runCommand(['seed', '--data', data])
    expect(stdout).toContain(`article ${id}: kept title, which an editor changed`)
    expect(await administrator.fetch('*[_id == $id][0].title', {id})).toBe('Changed by an editor')
  })

  it('writes drafts to a lake that is not embedded, unless --publish is given', async () => {
    const {url, lake, administrator} = await testLake()
    const environment = {
      SANITY_STUDIO_API_HOST: url,
      SANITY_STUDIO_PROJECT_ID: 'storygraph',
      SANITY_API_TOKEN: lake.token,
    }
    const layers = async () => {
      const ids = await administrator.fetch<string[]>(
        '*[_type in ["article", "person"]]._id',
        {},
        {perspective: 'raw'},
      )
      return [ids.length, ids.filter((id) => id.startsWith('drafts.')).length]
    }
    const {stderr} = await runCommand(['seed'], {environment})
    expect(stderr).toContain(`Writing (project storygraph, dataset production at ${url})`)
    expect(await layers()).toEqual([10, 10])
    expect(
      await administrator.fetch(
        'count(*[defined(suggested) || defined(body[].markDefs[].suggested)])',
      ),
    ).toBe(0)
    await runCommand(['seed', '--publish'], {environment})
    expect(await layers()).toEqual([10, 0])
  })
})

describe('storygraph seed --register-out', {timeout: 120_000}, () => {
  it('writes a register that can be corrected, and seeded with in place of the drafts', async () => {
    const folder = temporaryDirectory()
    const data = path.join(folder, 'lake')
    const article = path.join(folder, 'fog.txt')
    const register = path.join(folder, 'fog.json')
    writeFileSync(
      article,
      'Fog over Hale\n“It is late,” said Ada Quist, who runs the port of Hale.\n',
    )
    const draft = ['seed', article, '--data', data, '--register-out', register]
    expect((await runCommand(draft)).exitCode).toBe(0)
    const written = readFileSync(register, 'utf8')
    const names = JSON.parse(written).entities.map(({name}: {name: string}) => name)
    expect(names).toEqual(['Hale', 'Ada Quist'])

    const again = await runCommand(draft)
    expect(again.stderr).toContain(`exists already: give --register-out another name`)
    writeFileSync(register, written.replace('"kind": "town"', '"kind": "city"'))
    const report = await seed(article, '--data', data, '--register', register)
    expect(statuses(report)).toEqual({created: 3})
    const {administrator} = await testLake({directory: data})
    const query = '*[_type in ["article", "person", "place"]] | order(_type) {_type, name, kind}'
    expect(await administrator.fetch(query, {}, {perspective: 'raw'})).toEqual([
      {_type: 'article', name: null, kind: null},
      {_type: 'person', name: 'Ada Quist', kind: null},
      {_type: 'place', name: 'Hale', kind: 'city'},
    ])
  })
})

describe('storygraph seed refuses', () => {
  const data = () => path.join(temporaryDirectory(), 'lake')

  async function refusal(article: string): Promise<string> {
    const directory = data()
    const {exitCode, stdout, stderr} = await runCommand(['seed', article, '--data', directory])
    expect(exitCode).toBe(1)
    expect(stdout).toBe('')
    expect(existsSync(directory)).toBe(false)
    return stderr
  }

  it('an article that is not there', async () => {
    expect(await refusal('/nowhere/article.txt')).toMatch(
      /article\.txt cannot be read \(ENOENT.*\): name an existing file\.\n$/,
    )
  })

  it.each([
    ['', 'is empty; it needs a headline and a text'],
    ['A headline\n', 'has a headline and no text; add its paragraphs'],
    [Buffer.from([0xff, 0xfe, 0x00, 0x41]), 'is not a text file in UTF-8'],
  ])('an article that holds %j', async (content, sentence) => {
    const article = storyCopy()
    writeFileSync(article, content)
    const message = await refusal(article)
    expect(message).toContain(`article.txt: ${sentence}`)
    expect(message).toContain('The story has a problem; nothing was written.')
  })

  it('a register that is not JSON', async () => {
    expect(await refusal(storyCopy((register) => register.slice(0, -20)))).toContain(
      'register.json: is not valid JSON',
    )
  })

  it('a register with an unknown type, naming the place', async () => {
    const article = storyCopy((text) =>
      text.replace('"key": "pahonia",', '"key": "pahonia", "type": "squadron",'),
    )
    expect(await refusal(article)).toMatch(/register\.json › entities\[pahonia\].*type/)
  })

  it('a register with a passage that is not in the text, naming the place', async () => {
    const article = storyCopy((text) =>
      text.replace('His passport was from Belarus', 'His passport was from Poland'),
    )
    expect(await refusal(article)).toMatch(
      /register\.json › entities\[vadim-prokopiev\]\.nationalities\[0\]\.passages\[0\]: .*His passport was from Poland/,
    )
  })

  it('everything that is wrong at once, one line each', async () => {
    const article = storyCopy((text) =>
      text
        .replace('His passport was from Belarus', 'His passport was from Poland')
        .replace('In Warsaw he set up a recruitment centre', 'In Paris he set up a centre'),
    )
    const lines = (await refusal(article)).trim().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[2]).toBe('The story has 2 problems; nothing was written.')
  })
})
