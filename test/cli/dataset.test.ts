import type {SanityClient, SanityDocument} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {readStory, seedStory} from '../../cli/seedStory.ts'
import {futureDataset} from '../../cli/surroundings.ts'
import {openLake, type Lake} from '../../lake/index.ts'
import {articleBySlugQuery, pollBySlugQuery} from '../../queries/index.ts'
import {validateDocuments} from '../../seed/validate/validateDocuments.ts'
import type {ArticleBySlugQueryResult} from '../../sanity.types.ts'
import {STORY_SLUG as slug, printedText} from '../support/story.ts'
import {clientFor} from '../support/testLake.ts'

type Story = NonNullable<ArticleBySlugQueryResult>
type Paragraph = Extract<Story['body'][number], {_type: 'block'}>

/** The dataset after the seed, as somebody without a token reads it over HTTP. */
describe('the seeded dataset', {timeout: 60_000}, () => {
  let lake: Lake
  let anonymous: SanityClient
  let story: Story
  let paragraphs: Paragraph[]

  beforeAll(async () => {
    lake = openLake({projectId: 'storygraph', datasets: ['production']})
    const {url} = await lake.listen()
    await seedStory(clientFor(url, lake.token), await readStory())
    anonymous = clientFor(url)
    const found = await anonymous.fetch(articleBySlugQuery, {slug, language: null})
    if (found === null) throw new Error('The story is not public.')
    story = found
    paragraphs = story.body.filter((block): block is Paragraph => block._type === 'block')
  })
  afterAll(() => lake.close())

  it('holds one story, whose blocks are the printed paragraphs to the letter', async () => {
    const [title, ...printed] = printedText.trimEnd().split('\n')
    expect(await anonymous.fetch('count(*[_type == "article"])')).toBe(1)
    expect(story.title).toBe(title)
    const texts = paragraphs.map(({children}) => children.map(({text}) => text).join(''))
    expect(texts).toEqual(printed)
    expect(texts).toHaveLength(32)
  })

  it('holds a document for each person, unit, organisation and place', async () => {
    expect(
      await anonymous.fetch(
        `{"people": *[_type == "person"]|order(name).name, "units": *[_type == "unit"]|order(name).name,
          "organisations": *[_type == "organisation"]|order(name).name, "places": count(*[_type == "place"])}`,
      ),
    ).toEqual({
      people: [
        'Alexander Lukashenko',
        'Alexei Navalny',
        'Alina Korotkevich',
        'Kandalaksha',
        'Mike',
        'Palina Brodik',
        'Putin',
        'Sergei Skripal',
        'Vadim Prokopiev',
      ],
      units: [
        '95th Air Assault Brigade',
        'Freedom of Russia legion',
        'Kastuś Kalinoŭski Regiment',
        'Pahonia',
      ],
      organisations: [
        'Free Belarus Centre',
        'Kremlin',
        'Russian intelligence',
        'Russian military',
        'Ukraine’s armed forces',
        'Ukrainian air force',
        'recruitment centre',
        'the government',
      ],
      places: 15,
    })
  })

  it('has marked every place where a name stands, with somebody of that name', async () => {
    const named = await anonymous.fetch<{_id: string; names: string[]}[]>(
      `*[_type in ["person", "unit", "organisation", "place"] && naming != "described" && naming != "unnamed"]
        {_id, "names": array::compact([name, ...alternateNames[].name])}`,
    )
    const owners = new Map<string, string[]>()
    for (const {_id, names} of named) {
      for (const name of names) owners.set(name, [...(owners.get(name) ?? []), _id])
    }
    const longestFirst = [...owners.keys()].toSorted((a, b) => b.length - a.length)
    const anyName = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`,
      'gu',
    )

    const unmarked = paragraphs.flatMap(({_key, children, markDefs}) => {
      const text = children.map((child) => child.text ?? '').join('')
      return [...text.matchAll(anyName)].flatMap(({0: name, index}) => {
        let end = 0
        const span = children.find((child) => (end += child.text?.length ?? 0) > index)
        const mentioned = markDefs.flatMap((mark) =>
          mark._type === 'mention' && span?.marks.some((key) => key === mark._key)
            ? [mark.entity._id]
            : [],
        )
        const marked = mentioned.some((id) => owners.get(name)?.includes(id))
        // A name inside a longer one, such as a country in that of an army, is the longer one's.
        return marked || mentioned.length > 0 ? [] : [`${_key}: ${name}`]
      })
    })
    expect(unmarked).toEqual([])
  })

  it('has marked everything between quotation marks, each direct quotation with its speaker', () => {
    const open = paragraphs.flatMap(({_key, children, markDefs}) => {
      const quotations = new Set(
        markDefs.flatMap((mark) => (mark._type === 'quotation' ? [mark._key] : [])),
      )
      let inside = false
      return children.flatMap(({text = '', marks}) => {
        const parts = Array.from(text).filter((letter) => {
          const before = inside
          if (letter === '“') inside = true
          if (letter === '”') inside = false
          return (before || inside) && !marks.some((mark) => quotations.has(mark))
        })
        return parts.length === 0 ? [] : [`${_key}: ${text}`]
      })
    })
    expect(open).toEqual([])

    const speakers = story.quotations.map(({blockKey, kind, speaker}) => [
      blockKey,
      kind,
      speaker?.name ?? null,
    ])
    expect(speakers).toEqual([
      ['p02', 'direct', 'Vadim Prokopiev'],
      ['p04', 'direct', 'Vadim Prokopiev'],
      ['p13', 'scare', null],
      ['p16', 'direct', 'Vadim Prokopiev'],
      ['p16', 'direct', 'Vadim Prokopiev'],
      ['p18', 'direct', 'Mike'],
      ['p18', 'direct', 'Mike'],
      ['p18', 'partial', 'Mike'],
      ['p20', 'direct', 'Vadim Prokopiev'],
      ['p21', 'direct', 'Vadim Prokopiev'],
      ['p26', 'direct', 'Kandalaksha'],
      ['p28', 'direct', 'Alina Korotkevich'],
      ['p28', 'direct', 'Alina Korotkevich'],
      ['p31', 'direct', 'Palina Brodik'],
      ['p31', 'direct', 'Palina Brodik'],
      ['p31', 'direct', 'Palina Brodik'],
    ])
  })

  it('holds one poll with its three findings', async () => {
    const [address] = await anonymous.fetch<string[]>('*[_type == "poll"].slug.current')
    const poll = await anonymous.fetch(pollBySlugQuery, {slug: address ?? ''})
    const findings = poll?.findings.map(
      ({value: {wording, value, qualifier}, framing, stance}) => ({
        wording,
        value,
        qualifier,
        framing,
        stance,
      }),
    )
    expect(findings).toEqual([
      {
        wording: 'two-thirds',
        value: 66.7,
        qualifier: 'exact',
        framing: null,
        stance: 'opposed',
      },
      {
        wording: 'more than 50 per cent',
        value: 50,
        qualifier: 'moreThan',
        framing: null,
        stance: 'disapproved',
      },
      {
        wording: '11 per cent',
        value: 11,
        qualifier: 'exact',
        framing: 'Only',
        stance: 'supported',
      },
    ])
  })

  it('refers to nothing that is not there', async () => {
    const all = await anonymous.fetch<SanityDocument[]>('*')
    const ids = new Set(all.map(({_id}) => _id))
    const references = [...JSON.stringify(all).matchAll(/"_ref":"([^"]+)"/g)]
    expect(references.filter(([, id = '']) => !ids.has(id))).toEqual([])
    expect(references).toHaveLength(247)
  })

  it('passes Sanity’s own validators without an error', async () => {
    const documents = await anonymous.fetch<SanityDocument[]>('*')
    const content = documents.map(({_rev, _createdAt, _updatedAt, ...document}) => document)
    const future = await futureDataset(anonymous, content)
    const {errors} = await validateDocuments(content, future)
    await future.close()
    expect(errors).toEqual([])
    expect(content.length).toBe(38)
  })
})
