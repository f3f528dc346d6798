import {describe, expect, it} from 'vitest'

import {itemsOf} from '../../schemas/rules/read.ts'
import {buildStory} from '../../seed/compose/buildStory.ts'
import {draftStory} from '../../seed/compose/draftStory.ts'
import {knownFrom} from '../../seed/known/known.ts'
import {toKnownRecord} from '../../seed/known/knownRecord.ts'
import {derivedIds} from '../../seed/register/derivedIds.ts'

const id = 'article-0000000001'
const newId = derivedIds('secret', id)
const text = `Fog closes the port of Hale
Ada Quist opened the windows of the harbour office on Monday and saw nothing.
“It is late for fog,” said Quist, who has run the port of Hale since 2019.
A pilot who wished to be identified only as Fox stayed at home.
A survey of 300 sailors by Hale College found that 60 per cent supported a second lighthouse in Hale.
“It should have been built long ago,” Quist said.
`
const ada = {_id: 'person-ada', _type: 'person', name: 'Ada Quist', naming: 'fullName'}

function draft(documents: readonly Readonly<Record<string, unknown>>[] = [], content = text) {
  const known = knownFrom(documents.map(toKnownRecord))
  return draftStory({article: {id, text: content}, known, newId})
}

/** Whom the drafted register has as new, and whom as known. */
function people({register}: ReturnType<typeof draft>) {
  return {
    news: register.entities.filter(({id}) => id.startsWith('person')).map(({name}) => name),
    known: register.known?.map(({id, name}) => [id, name]) ?? [],
  }
}

function speakers({documents}: ReturnType<typeof draft>): unknown[] {
  return itemsOf(documents[0]?.['body'])
    .flatMap(({markDefs}) => itemsOf(markDefs))
    .flatMap(({speaker}) => (speaker === undefined ? [] : [speaker]))
}

describe('a drafted story', () => {
  it('is the same whenever it is drafted again, after its own entries are known too', () => {
    const first = draft()
    expect(JSON.stringify(draft().documents)).toBe(JSON.stringify(first.documents))
    const again = draft(first.documents)
    expect(JSON.stringify(again.documents)).toBe(JSON.stringify(first.documents))
  })

  it('has an id for everybody that says nothing of the name to who has not the secret', () => {
    const [person] = draft().register.entities.filter(({name}) => name === 'Ada Quist')
    expect(person?.id).toBe(newId('person', 'Ada Quist'))
    expect(person?.id).toMatch(/^person-[a-z0-9]{10}$/)
    expect(derivedIds('other secret', id)('person', 'Ada Quist')).not.toBe(person?.id)
    expect(derivedIds('secret', 'article-0000000002')('person', 'Ada Quist')).not.toBe(person?.id)
  })

  it('holds fast to whom readers can see, and waits for those who are drafts', () => {
    expect(speakers(draft([ada]))).toEqual([
      {_type: 'reference', _ref: 'person-ada'},
      {_type: 'reference', _ref: 'person-ada'},
    ])
    const waiting = {_weak: true, _strengthenOnPublish: {type: 'person'}}
    expect(speakers(draft([{...ada, _id: 'drafts.person-ada'}]))).toEqual([
      {_type: 'reference', _ref: 'person-ada', ...waiting},
      {_type: 'reference', _ref: 'person-ada', ...waiting},
    ])
  })
})

describe('whom the dataset knows', () => {
  it('is referred to, and not written once more', () => {
    expect(people(draft())).toEqual({news: ['Ada Quist', 'Fox'], known: []})
    expect(people(draft([ada]))).toEqual({news: ['Fox'], known: [['person-ada', 'Ada Quist']]})
  })

  it('is left open where two people have the name', () => {
    const namesake = {...ada, _id: 'person-other'}
    const story = draft([ada, namesake])
    expect(people(story)).toEqual({news: ['Ada Quist', 'Fox'], known: []})
    const companion = story.documents.find(({_type}) => _type === 'desk')
    const [first] = JSON.parse(JSON.stringify(companion?.['items']))
    expect(first).toEqual({
      _key: 'p00-p00m0',
      _type: 'deskItem',
      blockKey: 'p00',
      key: 'p00m0',
      wording: 'Ada Quist',
      rule: first.rule,
      confidence: first.confidence,
      candidates: [
        {_key: 'person-ada', _type: 'reference', _ref: 'person-ada', _weak: true},
        {_key: 'person-other', _type: 'reference', _ref: 'person-other', _weak: true},
      ],
    })
  })

  it('is nobody new where a bare surname may mean several', () => {
    const [bo, cy] = ['Bo', 'Cy'].map((given) => ({
      ...ada,
      _id: `person-${given}`,
      name: `${given} Dahl`,
    }))
    const story = draft(
      [bo ?? ada, cy ?? ada],
      'Fog closes the port\nThe pier was shut on Monday.\n“It is too late for that now,” Dahl said.\n',
    )
    expect(people(story)).toEqual({news: [], known: [['person-Bo', 'Bo Dahl']]})
    expect(speakers(story)).toEqual([])
    const items = story.documents.find(({_type}) => _type === 'desk')?.['items']
    expect(
      itemsOf(items).map(({wording, confidence, candidates}) => [
        wording,
        confidence,
        itemsOf(candidates).map(({_ref}) => _ref),
      ]),
    ).toEqual([
      ['“It is too late for that now,”', 'high', ['person-Bo', 'person-Cy']],
      ['Dahl', 'low', ['person-Cy']],
    ])
  })

  it('has an address of its own beside a namesake', () => {
    const slug = {current: 'ada-quist'}
    const story = draft([
      {...ada, slug},
      {...ada, _id: 'person-other', slug},
    ])
    const person = story.documents.find(({_id}) => _id === `drafts.${newId('person', 'Ada Quist')}`)
    expect(person?.['slug']).toEqual({
      _type: 'slug',
      current: `ada-quist-${newId('person', 'Ada Quist').slice(-4)}`,
    })
  })

  it('is not recognised by a codename, nor when protected, nor by a description', () => {
    const fox = {_id: 'person-fox', _type: 'person', name: 'Fox', naming: 'codename'}
    const protectedAda = {...ada, identityProtection: {basis: 'ownRequest'}}
    const college = {
      _id: 'organisation-1',
      _type: 'organisation',
      name: 'Hale College',
      naming: 'described',
    }
    expect(people(draft([fox, protectedAda, college]))).toEqual({
      news: ['Ada Quist', 'Fox'],
      known: [],
    })
  })

  it('is known by the words that editors confirmed, and not by those that they ruled out', () => {
    const records = [toKnownRecord({...ada, name: 'Adelaide Quist'})]
    const meant = {words: 'Ada Quist', entity: 'person-ada', isMeant: true}
    const gazetteer = (decided: Parameters<typeof knownFrom>[1]) =>
      knownFrom(records, decided)
        .gazetteerFor(text)
        .map(({names, notThis}) => [names, notThis])
    expect(gazetteer([])).toEqual([[['Adelaide Quist'], undefined]])
    expect(gazetteer([meant])).toEqual([[['Adelaide Quist', 'Ada Quist'], undefined]])
    expect(gazetteer([meant, {...meant, isMeant: false}])).toEqual([
      [['Adelaide Quist'], ['Ada Quist']],
    ])
    const noName = knownFrom([], [{words: 'Ada Quist', entity: undefined, isMeant: false}])
    expect(people(draftStory({article: {id, text}, known: noName, newId}))).toEqual({
      news: ['Fox'],
      known: [],
    })
  })
})

describe('a drafted register', () => {
  it('says what the text says, with the passages', () => {
    const {register} = draft([ada])
    const passage =
      'A survey of 300 sailors by Hale College found that 60 per cent supported a second lighthouse in Hale'
    expect(register).toEqual({
      article: {id, language: 'en', genre: 'news'},
      entities: [
        {
          type: 'place',
          key: 'hale',
          id: newId('place', 'Hale'),
          name: 'Hale',
          kind: 'town',
        },
        {
          type: 'person',
          key: 'fox',
          id: newId('person', 'Fox'),
          name: 'Fox',
          naming: 'codename',
          otherNames: [],
          protection: {
            basis: 'ownRequest',
            publicWording: 'identified only as Fox',
            passages: ['A pilot who wished to be identified only as Fox stayed at home.'],
          },
        },
        {
          type: 'organisation',
          key: 'hale-college',
          id: newId('organisation', 'Hale College'),
          name: 'Hale College',
          naming: 'named',
          kind: 'research',
        },
      ],
      known: [
        {
          type: 'person',
          id: 'person-ada',
          key: 'ada-quist',
          name: 'Ada Quist',
          otherNames: ['Quist'],
        },
      ],
      polls: [
        {
          id: newId('poll', passage),
          title: 'Poll: a second lighthouse in Hale',
          pollsterWording: 'Hale College',
          places: ['hale'],
          passages: [passage],
        },
      ],
    })
  })

  it('composes the same story that was drafted, once it is read back', () => {
    const {register, documents} = draft()
    const built = buildStory({
      article: {file: 'article.txt', content: text},
      register: {file: 'register.json', content: JSON.stringify(register)},
    })
    expect(built.problems).toBe(undefined)
    const bare = (document: object) =>
      JSON.stringify(document).replaceAll(
        /"drafts\.|,"suggested":true|,"_weak":true,"_strengthenOnPublish":\{"type":"\w+"\}/g,
        (found) => (found.startsWith('"') ? '"' : ''),
      )
    expect(built.documents?.map(bare)).toEqual(
      documents.filter(({_type}) => _type !== 'desk').map(bare),
    )
  })
})
