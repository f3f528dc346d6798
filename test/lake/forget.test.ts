import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

import {describe, expect, it} from 'vitest'

import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {testLake} from '../support/testLake.ts'

/** The files of a data directory in which a text stands, whatever they are. */
function filesWith(directory: string, text: string): string[] {
  return readdirSync(directory, {recursive: true, withFileTypes: true}).flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name)
    return entry.isFile() && readFileSync(file).includes(text) ? [entry.name] : []
  })
}

describe('forgetting', () => {
  it('leaves no trace of a name in any file, once documents no longer hold it', async () => {
    const directory = temporaryDirectory()
    const {administrator} = await testLake({directory})
    const name = 'Aleksandra Zimińska'
    for (let index = 0; index < 40; index++) {
      await administrator.create({_id: `other-${index}`, _type: 'person', name: `P ${index}`})
    }
    const links = [{_type: 'reference', _ref: 'a', _key: 'k'}]
    await administrator.create({_id: 'a', _type: 'person', name, long: name.repeat(500)})
    await administrator.create({_id: 'drafts.a', _type: 'person', name: `${name} (draft)`})
    await administrator.create({_id: 'story', _type: 'article', text: `said ${name}`, links})
    await administrator.request({
      url: '/users/me/keyvalue',
      method: 'PUT',
      body: [{key: 'recent-searches', value: [name]}],
    })
    await administrator.patch('a').set({name: 'Source', long: ''}).commit()
    await administrator.delete('drafts.a')
    const forget = (ids: string[]) =>
      administrator.request({
        url: '/data/history/production/forget',
        method: 'POST',
        body: {ids, words: [name]},
      })
    expect(await forget(['a'])).toEqual({remaining: ['story']})
    await administrator.patch('story').set({text: 'said a source'}).commit()
    expect(await forget(['a', 'story'])).toEqual({remaining: []})
    expect(filesWith(directory, name)).toEqual([])
    expect(filesWith(directory, 'Zimi')).toEqual([])

    // What is left can still be read, changed and replayed from its new beginning.
    expect(await administrator.fetch('*[_id == "story"][0].links[0]->name')).toBe('Source')
    await administrator.patch('a').set({name: 'Our source'}).commit()
  })

  it('leaves no trace in pages that were filled and emptied many times', async () => {
    const directory = temporaryDirectory()
    const {administrator} = await testLake({directory})
    const name = 'Aleksandra Ziminska'
    const ids = Array.from({length: 50}, (_, index) => `d-${index}`)
    for (let round = 0; round < 6; round++) {
      const text = `${name} ${round} `.repeat(1_000).slice(0, 20_000)
      const notes = ids.map((_id) => ({_id, _type: 'note', round, text}))
      await administrator.mutate(notes.map((note) => ({createOrReplace: note})))
    }
    await administrator.mutate(ids.map((id) => ({patch: {id, set: {text: 'a source'}}})))
    await administrator.request({
      url: '/data/history/production/forget',
      method: 'POST',
      body: {ids, words: [name]},
    })
    expect(filesWith(directory, name)).toEqual([])
  })

  it('goes with a delete that purges', async () => {
    const directory = temporaryDirectory()
    const {administrator} = await testLake({directory})
    const name = 'Aleksandra Zimińska'
    await administrator.create({_id: 'a', _type: 'person', name})
    await administrator.create({_id: 'drafts.a', _type: 'person', name})
    await administrator.action({
      actionType: 'sanity.action.document.delete',
      publishedId: 'a',
      includeDrafts: ['drafts.a'],
      purge: true,
    })
    expect(filesWith(directory, name)).toEqual([])
  })

  it('is for those who may write', async () => {
    const {anonymous} = await testLake()
    const request = {url: '/data/history/production/forget', method: 'POST', body: {ids: ['a']}}
    await expect(anonymous.request(request)).rejects.toMatchError(401)
  })
})
