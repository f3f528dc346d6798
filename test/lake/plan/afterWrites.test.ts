import {expect, it} from 'vitest'

import {testLake} from '../../support/testLake.ts'

const ada = {_id: 'ada', _type: 'person', slug: {_type: 'slug', current: 'ada'}}
const about = {_type: 'reference', _ref: 'ada'}

it('finds what was written since the same was last looked up', async () => {
  const {administrator: client} = await testLake()
  const slugs = ['ada', 'lovelace']
  const look = () =>
    Promise.all([
      ...slugs.map((slug) =>
        client.fetch('*[_type == "person" && slug.current == $slug]._id', {slug}),
      ),
      client.fetch('*[_type == "article" && references("ada")] | order(_id) ._id'),
      client.fetch('*[references("ada")] | order(_id) ._id'),
    ])
  expect(await look()).toEqual([[], [], [], []])
  await client.create(ada)
  expect(await look()).toEqual([['ada'], [], [], []])
  expect(await look()).toEqual([['ada'], [], [], []])
  await client.create({_id: 'story', _type: 'article', about})
  await client.create({_id: 'poll', _type: 'poll', about})
  expect(await look()).toEqual([['ada'], [], ['story'], ['poll', 'story']])
  await client.patch('ada').set({'slug.current': 'lovelace'}).commit()
  await client.patch('story').unset(['about']).commit()
  expect(await look()).toEqual([[], ['ada'], [], ['poll']])
  await client.delete('poll')
  await client.delete('ada')
  expect(await look()).toEqual([[], [], [], []])
})
