import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

import {sanityImport} from '@sanity/import'
import {describe, expect, it} from 'vitest'

import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {testLake} from '../support/testLake.ts'

const NAME = 'Aleksandra Zimińska'
const PERSON = {_id: 'person-1', _type: 'person', name: NAME}
const OTHER = {_id: 'person-2', _type: 'person', name: `Not ${NAME.split(' ')[0]}`}
const STORY = {
  _id: 'story',
  _type: 'article',
  slug: {_type: 'slug', current: 'aleksandra-ziminska-speaks'},
  people: [
    {_type: 'reference', _key: 'p1', _ref: 'person-1'},
    {_type: 'reference', _key: 'p2', _ref: 'person-2'},
  ],
  body: [
    {
      _type: 'block',
      _key: 'b1',
      children: [
        {_type: 'span', _key: 's1', text: 'They met ALEKSANDRA '},
        {_type: 'span', _key: 's2', text: 'Ziminska’s sister.'},
      ],
    },
  ],
}

/** A lake in which the person was erased, as Studio does it: deleted, then forgotten. */
async function lakeWithErasure(directory: string) {
  const lake = await testLake({directory})
  const {administrator} = lake
  await administrator.create(PERSON)
  await administrator.delete('person-1')
  await administrator.request({
    url: '/data/history/production/forget',
    method: 'POST',
    body: {ids: ['person-1', 'drafts.person-1'], words: [NAME, 'Al']},
  })
  return lake
}

describe('the memory of what was erased', () => {
  it('keeps the person out of an import, in every spelling, and lets the rest in', async () => {
    const {administrator: client} = await lakeWithErasure(temporaryDirectory())
    const documents = [PERSON, {...PERSON, _id: 'drafts.person-1'}, OTHER, STORY]
    const result = await sanityImport(documents, {client})
    expect(result.numDocs).toBe(2)
    expect(await client.fetch('*[]|order(_id){_id, name, slug, people, body}', {}, RAW)).toEqual([
      {_id: 'person-2', name: 'Not Aleksandra', slug: null, people: null, body: null},
      {
        _id: 'story',
        name: null,
        slug: {_type: 'slug', current: '[…]-speaks'},
        people: [{_type: 'reference', _key: 'p2', _ref: 'person-2'}],
        body: [
          {
            _type: 'block',
            _key: 'b1',
            children: [
              {_type: 'span', _key: 's1', text: 'They met […]'},
              {_type: 'span', _key: 's2', text: '’s sister.'},
            ],
          },
        ],
      },
    ])
  })

  it('refuses the erased document to everybody, and lets an editor write about a namesake', async () => {
    const {administrator} = await lakeWithErasure(temporaryDirectory())
    await expect(administrator.create(PERSON)).rejects.toMatchError(409)
    const draft = {...PERSON, _id: 'drafts.person-1'}
    await expect(administrator.create(draft)).rejects.toMatchError(409)
    const create = {
      actionType: 'sanity.action.document.create' as const,
      publishedId: 'person-1',
      attributes: draft,
      ifExists: 'fail' as const,
    }
    await expect(administrator.action(create)).rejects.toMatchError(409)
    const namesake = await administrator.create({_type: 'person', name: NAME})
    expect(namesake.name).toBe(NAME)
    const spelt = {_id: 'place-aleksandra-ziminska-street', _type: 'place'}
    expect((await administrator.create(spelt))._id).toBe(spelt._id)
  })

  it('outlives the process, and does not hold the name', async () => {
    const directory = temporaryDirectory()
    const {lake} = await lakeWithErasure(directory)
    await lake.close()
    const memory = readFileSync(path.join(directory, 'erasures.json'), 'utf8')
    expect(Object.keys(JSON.parse(memory))).toEqual(['format', 'key', 'ids', 'pasts', 'words'])
    for (const text of ['person-1', 'Aleksandra', 'aleksandra', 'Zimi', 'zimi']) {
      expect(memory).not.toContain(text)
    }
    const {administrator} = await testLake({directory})
    await expect(administrator.create(PERSON)).rejects.toMatchError(409)
    expect(readdirSync(directory)).not.toContain('erasures.json.unfinished')
  })
})

const RAW = {perspective: 'raw'} as const
