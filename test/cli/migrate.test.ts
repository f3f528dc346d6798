import {describe, expect, it} from 'vitest'

import {migrateDocuments} from '../../cli/migrateDocuments.ts'
import {readStory, seedStory} from '../../cli/seedStory.ts'
import bylineToBylines from '../../migrations/byline-to-bylines/index.ts'
import removeStorygraph from '../../migrations/remove-storygraph/index.ts'
import {runCommand} from '../support/command.ts'
import {printedText} from '../support/story.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {testLake} from '../support/testLake.ts'

describe('migrating', {timeout: 60_000}, () => {
  it('turns a line of text into credits, in drafts too, and finds nothing the second time', async () => {
    const {administrator} = await testLake()
    const byline = 'By Ada Byron, Grace Hopper and Mary Shelley'
    for (const _id of ['a', 'drafts.b']) {
      await administrator.create({_id, _type: 'article', title: 'T', byline})
    }
    await administrator.create({_id: 'c', _type: 'article', title: 'T'})
    const dry = await migrateDocuments(administrator, bylineToBylines, {dryRun: true})
    expect([dry.documents, dry.mutations.length, dry.transactions]).toEqual([2, 4, 0])
    expect(await administrator.fetch('count(*[defined(bylines)])')).toBe(0)

    await migrateDocuments(administrator, bylineToBylines)
    const query = '*[_type == "article"]|order(_id){"names": bylines[].name, "old": byline}'
    const names = ['Ada Byron', 'Grace Hopper', 'Mary Shelley']
    expect(await administrator.fetch(query, {}, {perspective: 'raw'})).toEqual([
      {names, old: null},
      {names: null, old: null},
      {names, old: null},
    ])
    expect((await migrateDocuments(administrator, bylineToBylines)).documents).toBe(0)
  })

  it('takes the annotations out of a story and leaves every printed word', async () => {
    const {administrator} = await testLake()
    await seedStory(administrator, await readStory())
    await migrateDocuments(administrator, removeStorygraph)
    const body = await administrator.fetch<{markDefs: object[]; children: {text: string}[]}[]>(
      '*[_type == "article"][0].body',
    )
    expect(body.flatMap(({markDefs}) => markDefs)).toEqual([])
    const text = body.map(({children}) => children.map((span) => span.text).join('')).join('\n')
    expect(text).toBe(printedText.trimEnd().split('\n').slice(1).join('\n'))
    // Nothing in the story holds on to the people in it any more, so that they can be deleted.
    const mentioning = 'count(*[_type == "article" && references(*[name == "Sergei Skripal"]._id)])'
    expect(await administrator.fetch(mentioning)).toBe(0)
  })

  it('works through batches larger than one transaction', async () => {
    const {administrator} = await testLake()
    const transaction = administrator.transaction()
    for (let index = 0; index < 250; index++) {
      transaction.create({_id: `a-${index}`, _type: 'article', byline: 'Ada Byron'})
    }
    await transaction.commit({returnDocuments: false})
    const {documents, transactions} = await migrateDocuments(administrator, bylineToBylines)
    expect([documents, transactions]).toEqual([250, 3])
    expect(await administrator.fetch('count(*[defined(bylines)])')).toBe(250)
  })

  it('runs from the command line, and says when there is no such migration', async () => {
    const data = temporaryDirectory()
    const {stdout, exitCode} = await runCommand(['migrate', 'byline-to-bylines', '--data', data])
    expect([stdout, exitCode]).toEqual([
      '0 document(s) read; in 0 transaction(s), 0 change(s)\n',
      0,
    ])
    expect(await runCommand(['migrate', 'nope', '--data', data])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'There is no migration "nope": it would be migrations/nope/index.ts.\n',
    })
  })
})
