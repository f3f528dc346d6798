import {expect, it} from 'vitest'

import {buildStory} from '../../seed/compose/buildStory.ts'
import {draftStory} from '../../seed/compose/draftStory.ts'
import {knownFrom} from '../../seed/known/known.ts'
import {problemLine} from '../../seed/validate/problem.ts'
import {articleText, bundledStory, registerText} from './bundledStory.ts'

const article = `Fog closes the port of Hale
“It is late for fog,” said Ada Quist, who runs the port of Hale.
Quist went home.
`

function build(entities: readonly object[]) {
  const register = {article: {id: 'article-0000000001', language: 'en', genre: 'news'}, entities}
  return buildStory({
    article: {file: 'fog.txt', content: article},
    register: {file: 'register.json', content: JSON.stringify(register)},
  })
}

it('an entity without a name has the one that the article prints, its type and short forms', () => {
  const {documents} = build([{key: 'ada-quist', id: 'person-0000000001'}])
  expect(documents?.[1]).toEqual({
    _id: 'person-0000000001',
    _type: 'person',
    name: 'Ada Quist',
    naming: 'fullName',
    slug: {_type: 'slug', current: 'ada-quist'},
    sortName: 'Quist, Ada',
    alternateNames: [{_key: 'n0', _type: 'nameVariant', name: 'Quist', kind: 'shortForm'}],
  })
})

it('what the register says itself counts', () => {
  const {documents} = build([{key: 'hale', id: 'place-0000000001', kind: 'city'}])
  expect(documents?.[1]).toEqual({
    _id: 'place-0000000001',
    _type: 'place',
    name: 'Hale',
    slug: {_type: 'slug', current: 'hale'},
    kind: 'city',
  })
})

it('a key that the article knows nothing of needs a type and a name', () => {
  expect(build([{key: 'ada-berg', id: 'person-0000000001'}]).problems?.map(problemLine)).toEqual([
    'register.json › entities[ada-berg].type: is missing, and the article names nothing by this key; give a type and a name',
  ])
})

it('the bundled register says only what reading its article does not find', () => {
  const found = draftStory({
    article: {id: 'article-0000000001', text: articleText},
    known: knownFrom(),
    newId: (type) => `${type}-0000000000`,
  }).register.entities.map(({type, name}) => `${type} ${name}`)
  const written: {name?: string; type?: string}[] = JSON.parse(registerText).entities
  const named = written.flatMap(({type, name}) => (name === undefined ? [] : [`${type} ${name}`]))
  expect(named).toEqual([
    'organisation Ukraine’s armed forces',
    'organisation Ukrainian air force',
    'organisation Russian military',
    'organisation Russian intelligence',
    'organisation the government',
    'organisation recruitment centre',
    // Its key would be that of the soldier with this codename.
    'place Kandalaksha',
  ])
  const all = bundledStory().register.entities.map(({type, name}) => `${type} ${name}`)
  const left = all.filter((one) => !named.includes(one))
  expect(left).toHaveLength(29)
  expect(left.filter((one) => !found.includes(one))).toEqual([])
})
