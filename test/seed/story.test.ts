import {describe, expect, it} from 'vitest'

import {composeStory} from '../../seed/compose/composeStory.ts'
import {articleText, bundledStory, build, ofType} from './bundledStory.ts'

const {documents, article, register} = bundledStory()
const [story] = ofType(documents, 'article')
const nameOf = new Map(
  documents.map((document) => [document._id, 'name' in document ? document.name : document.title]),
)

/** Which fields a person's document has. */
const fieldsOf = (wanted: string) =>
  ofType(documents, 'person')
    .filter(({name}) => name === wanted)
    .flatMap((person) => Object.keys(person))

describe('the documents of the bundled story', () => {
  it('has the nine people whom the text names', () => {
    expect(
      ofType(documents, 'person').map(({name, naming, sortName, slug}) => [
        name,
        naming,
        sortName,
        slug?.current,
      ]),
    ).toEqual([
      ['Vadim Prokopiev', 'fullName', 'Prokopiev, Vadim', 'vadim-prokopiev'],
      ['Putin', 'mononym', 'Putin', 'putin'],
      ['Alexander Lukashenko', 'fullName', 'Lukashenko, Alexander', 'alexander-lukashenko'],
      ['Mike', 'codename', 'Mike', 'mike'],
      ['Sergei Skripal', 'fullName', 'Skripal, Sergei', 'sergei-skripal'],
      ['Alexei Navalny', 'fullName', 'Navalny, Alexei', 'alexei-navalny'],
      ['Kandalaksha', 'codename', 'Kandalaksha', 'kandalaksha'],
      ['Alina Korotkevich', 'fullName', 'Korotkevich, Alina', 'alina-korotkevich'],
      ['Palina Brodik', 'fullName', 'Brodik, Palina', 'palina-brodik'],
    ])
  })

  it('has the four units, with addresses in plain letters', () => {
    expect(
      ofType(documents, 'unit').map(({name, kind, slug}) => [name, kind, slug.current]),
    ).toEqual([
      ['Pahonia', 'battalion', 'pahonia'],
      ['Kastuś Kalinoŭski Regiment', 'regiment', 'kastus-kalinouski-regiment'],
      ['Freedom of Russia legion', 'legion', 'freedom-of-russia-legion'],
      ['95th Air Assault Brigade', 'brigade', '95th-air-assault-brigade'],
    ])
  })

  it('has the organisations that act in it; the unnamed one has no address', () => {
    expect(
      ofType(documents, 'organisation').map(({name, naming, slug}) => [
        name,
        naming,
        slug?.current,
      ]),
    ).toEqual([
      ['Free Belarus Centre', 'named', 'free-belarus-centre'],
      ['Ukraine’s armed forces', 'described', 'ukraines-armed-forces'],
      ['Ukrainian air force', 'described', 'ukrainian-air-force'],
      ['Kremlin', 'named', 'kremlin'],
      ['Russian military', 'described', 'russian-military'],
      ['Russian intelligence', 'described', 'russian-intelligence'],
      ['the government', 'described', 'government-of-belarus'],
      ['recruitment centre', 'unnamed', undefined],
    ])
  })

  it('has fifteen places, and “the West” is none of them', () => {
    expect(ofType(documents, 'place').map(({name}) => name)).toEqual([
      'Ukraine',
      'Russia',
      'Belarus',
      'Kyiv',
      'Zhytomyr',
      'Poland',
      'Warsaw',
      'Donbas',
      'Salisbury',
      'UK',
      'Crimea',
      'Izyum',
      'Kandalaksha',
      'Lviv',
      'Europe',
    ])
  })

  it('prints every paragraph to the letter', () => {
    const printed = articleText.split('\n').slice(1)
    const composed = story?.body.map(({children}) => children?.map(({text}) => text).join(''))
    expect(composed).toEqual(printed)
    expect(composed?.length).toBe(32)
  })

  it('marks each paragraph with spans that are never empty', () => {
    const texts = story?.body.flatMap(({children}) => children?.map(({text}) => text) ?? [])
    expect(texts?.filter((text) => !text)).toEqual([])
  })

  it('is the same, byte for byte, when it is composed again', () => {
    const again = composeStory({article, register})
    expect(JSON.stringify(again)).toBe(JSON.stringify(documents))
    expect(JSON.stringify(build().documents)).toBe(JSON.stringify(documents))
  })

  it('keeps of a protected person only what the story needs', () => {
    const always = ['_id', '_type', 'name', 'naming', 'slug', 'sortName', 'identityProtection']
    expect(fieldsOf('Mike')).toEqual(always)
    expect(fieldsOf('Kandalaksha')).toEqual([...always, 'relations'])
  })

  it('denies that Kandalaksha belongs to the legion, with the passage that says so', () => {
    const relations = ofType(documents, 'person')
      .filter(({name}) => name === 'Kandalaksha')
      .flatMap((person) => person.relations ?? [])
    expect(
      relations.map(({type, to, negated, citations}) => [
        type,
        nameOf.get(to._ref),
        negated ?? false,
        citations?.map(({blockKey, passage}) => `${blockKey} ${passage}`),
      ]),
    ).toEqual([
      ['inspiredBy', 'Alexei Navalny', false, ['p24 Inspired by Alexei Navalny']],
      [
        'memberOf',
        'Freedom of Russia legion',
        true,
        ['p25 Kandalaksha is not part of the newly established Freedom of Russia legion'],
      ],
      [
        'commandsIn',
        '95th Air Assault Brigade',
        false,
        ['p25 a commander in the Ukrainian army’s 95th Air Assault Brigade'],
      ],
    ])
  })

  it('takes ages and strengths from the text', () => {
    expect(
      ofType(documents, 'person').flatMap(({name, ageAsReported}) =>
        ageAsReported ? [[name, ageAsReported.value, ageAsReported.asOf]] : [],
      ),
    ).toEqual([
      ['Vadim Prokopiev', 50, {_type: 'fuzzyDate', value: '2022', basis: 'derived'}],
      ['Alina Korotkevich', 43, {_type: 'fuzzyDate', value: '2022', basis: 'derived'}],
    ])
    expect(
      ofType(documents, 'unit').flatMap(({strength}) => strength?.map(({value}) => value) ?? []),
    ).toEqual([
      {
        _type: 'measuredValue',
        wording: 'hundreds of members',
        qualifier: 'orderOfMagnitude',
        unit: 'members',
      },
    ])
  })
})
