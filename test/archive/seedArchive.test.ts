import type {SanityClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'

import {readRecord} from '../../seed/archive/articleRecord.ts'
import {type ArchiveOptions, seedArchive} from '../../seed/archive/seedArchive.ts'
import {undoRun} from '../../seed/write/undoRun.ts'
import {testLake} from '../support/testLake.ts'

interface Record {
  id: string
  text: string
  [field: string]: unknown
}

const ferry: Record = {
  id: 'ferry',
  text: 'Lorne gets a ferry\nAda Quist, the mayor of Lorne, opened it on Monday. “It is ours,” Quist said.',
  publishedAt: '2024-05-01T09:30:00+02:00',
  bylines: ['Jo Lind'],
  section: 'Region',
}
const bridge: Record = {
  id: 'bridge',
  text: 'Lorne wants a bridge\nAda Quist said on Tuesday that the bridge was next for the town of Lorne.',
}
const german: Record = {
  id: 'wind',
  text: 'Der Wind\nDer Kapitän sagte am Montag, dass der Wind zu stark gewesen sei.',
}

async function* incoming(records: readonly Record[]) {
  for (const record of records) yield {place: record.id, ...readRecord(record, record.id)}
}

/** Seeds records into a lake, run by run. */
async function archiveLake() {
  const {administrator} = await testLake()
  let runs = 0
  const seed = async (
    records: readonly Record[],
    options: Partial<ArchiveOptions> = {},
    client: SanityClient = administrator,
  ) => seedArchive(client, incoming(records), {run: `run${++runs}`, ...options})
  const ask = async (query: string) => administrator.fetch(query, {}, {perspective: 'raw'})
  return {administrator, seed, ask}
}

describe('seeding an archive', () => {
  it('drafts every article with what is known of it', async () => {
    const {seed, ask} = await archiveLake()
    const report = await seed([ferry, german])
    expect(report.articles).toEqual({created: 2, updated: 0, unchanged: 0, kept: 0, failed: 0})
    expect([report.notEnglish, report.leftOver]).toEqual([1, {section: 1}])
    expect(
      await ask(
        '*[_type == "article"] | order(title) {title, language, publishedAt, "by": bylines[].name, "isMarked": count(body[].markDefs[]) > 0}',
      ),
    ).toEqual([
      {title: 'Der Wind', language: null, publishedAt: null, by: null, isMarked: false},
      {
        title: 'Lorne gets a ferry',
        language: 'en',
        publishedAt: '2024-05-01T07:30:00.000Z',
        by: ['Jo Lind'],
        isMarked: true,
      },
    ])
    expect(
      await ask('count(*[_type in ["article", "person"] && !(_id in path("drafts.**"))])'),
    ).toBe(0)
  })

  it('reads each article with what those before it brought in', async () => {
    const {seed, ask} = await archiveLake()
    await seed([ferry, bridge], {batch: 1})
    expect(await ask('*[_type == "person"].name')).toEqual(['Ada Quist'])
    const [draft] = await ask('*[_type == "person"]._id')
    const person = draft.slice('drafts.'.length)
    expect(
      await ask(`*[_type == "article" && references("${person}")] | order(title).title`),
    ).toEqual(['Lorne gets a ferry', 'Lorne wants a bridge'])
  })

  it('writes nothing when it is repeated, in whatever order', async () => {
    const {seed, ask} = await archiveLake()
    await seed([ferry, bridge, german])
    const before = await ask('*[!(_id in path("seed.run.*"))] | order(_id)')
    const report = await seed([german, bridge, ferry])
    expect(report.articles).toEqual({created: 0, updated: 0, unchanged: 3, kept: 0, failed: 0})
    expect(await ask('*[!(_id in path("seed.run.*"))] | order(_id)')).toEqual(before)
  })

  it('reads articles again on demand, with what has become known since, and doubles nothing', async () => {
    const {seed, ask} = await archiveLake()
    await seed([ferry, bridge], {batch: 1})
    const ids = await ask('*[!(_id in path("seed.run.*"))] | order(_id)._id')
    const {articles} = await seed([ferry, bridge], {again: true})
    expect([articles.created, articles.updated + articles.unchanged]).toEqual([0, 2])
    expect(await ask('*[!(_id in path("seed.run.*"))] | order(_id)._id')).toEqual(ids)
    const third = await seed([ferry, bridge], {again: true})
    expect(third.articles.unchanged).toBe(2)
  })

  it('brings the news of an article and keeps what editors did to it', async () => {
    const {administrator, seed, ask} = await archiveLake()
    await seed([ferry])
    const [id] = await ask('*[_type == "article"]._id')
    await administrator.patch(id).set({title: 'A ferry at last'}).commit()
    const report = await seed([{...ferry, standfirst: 'It came.'}])
    expect(report.articles.updated).toBe(1)
    expect(report.kept.first.map(({type, edited}) => [type, edited])).toEqual([
      ['article', ['title']],
    ])
    expect(await ask('*[_type == "article"]{title, standfirst}')).toEqual([
      {title: 'A ferry at last', standfirst: 'It came.'},
    ])
  })

  it('loses no edit that is made at the same moment', async () => {
    const {administrator, seed, ask} = await archiveLake()
    const stories = Array.from({length: 6}, (_, index) => ({...bridge, id: `bridge ${index}`}))
    await seed(stories)
    const ids: string[] = await ask('*[_type == "article"] | order(_id)._id')
    const changed = stories.map((one) => ({...one, standfirst: 'News.'}))
    const editing = (async () => {
      for (let round = 0; round < 5; round++) {
        for (const id of ids)
          await administrator
            .patch(id)
            .set({genre: `edit ${round}`})
            .commit()
      }
    })()
    await Promise.all([seed(changed, {batch: 2}), editing])
    expect(await ask('*[_type == "article"]{genre, standfirst}')).toEqual(
      stories.map(() => ({genre: 'edit 4', standfirst: 'News.'})),
    )
  })

  it('goes on behind what is wrong, and says what it was', async () => {
    const {administrator, seed, ask} = await archiveLake()
    // The lake refuses whatever tells of a bridge, and all that is sent along with it.
    const strict = administrator.withConfig({
      resolveFetch: () => async (input, init) =>
        input.includes('/data/mutate/') && JSON.stringify(init?.body).includes('wants a bridge')
          ? Response.json(
              {error: 'Bad Request', message: 'No bridges', statusCode: 400},
              {status: 400},
            )
          : fetch(input, init),
    })
    const broken = {id: 'broken', text: ''}
    const report = await seed([bridge, broken, ferry, {...ferry, id: 'bridge'}], {}, strict)
    expect(report.articles).toEqual({created: 1, updated: 0, unchanged: 0, kept: 0, failed: 3})
    expect(report.failures.first.map(({place, problems}) => [place, problems])).toEqual([
      ['broken', ['is empty; it needs a headline and a text']],
      ['bridge', ['has the id of bridge, which holds another text']],
      ['bridge', [expect.stringContaining('No bridges')]],
    ])
    expect(
      await ask('*[_type in ["article", "person"]]{"name": coalesce(title, name)}.name'),
    ).toEqual(['Lorne gets a ferry', 'Ada Quist'])
  })

  it('names near-duplicates, and takes the same article once', async () => {
    const {seed} = await archiveLake()
    const report = await seed([ferry, {...ferry}, {...ferry, id: 'ferry 2'}])
    expect(report.nearDuplicates.first).toEqual([
      {place: 'ferry', of: 'ferry', likeness: 1},
      {place: 'ferry 2', of: 'ferry', likeness: 1},
    ])
    expect(report.articles.created).toBe(2)
  })

  it('on a dry run tells what would be sent, and writes nothing', async () => {
    const {seed, ask} = await archiveLake()
    const report = await seed([ferry, bridge], {dryRun: true, batch: 1})
    expect(report.articles.created).toBe(2)
    expect(report.load.transactions).toBe(2)
    expect(await ask('count(*)')).toBe(0)
  })

  it('is taken back as a whole, and can then be seeded again', async () => {
    const {administrator, seed, ask} = await archiveLake()
    const {run} = await seed([ferry, bridge])
    const all = await ask('count(*[!(_id in path("seed.**"))])')
    const undone = await undoRun(administrator, run)
    expect(undone?.outcomes.filter(({status}) => status === 'deleted').length).toBe(all)
    expect(await ask('*[!(_id in path("seed.**"))]')).toEqual([])
    expect((await seed([ferry, bridge])).articles.created).toBe(2)
  })
})
