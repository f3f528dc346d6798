import type {SanityDocument} from '@sanity/client'
import {describe, expect, it} from 'vitest'

import {testLake} from '../support/testLake.ts'

const paragraphs = (text: string) =>
  Array.from({length: 40}, (_, index) => ({
    _key: `p${index}`,
    _type: 'block',
    markDefs: [],
    children: [{_key: 's', _type: 'span', marks: [], text: `${text} ${index}`}],
  }))

/** A story with two long parts, and letters of one to four bytes before, in and between them. */
const story = {
  _id: 'story',
  _type: 'article',
  title: 'Ля мосту 🌉 — “under the bridge”',
  body: paragraphs('Кроў і \u2028 “людзі”\u0007 🕯 \ud800 at the border, once more and once again'),
  standfirst: 'Ž'.repeat(300),
  notes: paragraphs('A second part: \\ " {}, [] and ’'),
  last: null,
}

/** A lake with the story; `answers` asks twice: the second time the lake may have it in memory. */
async function lakeWithStory() {
  const {administrator: client} = await testLake()
  await client.create({...story, title: 'Before'})
  const stored: SanityDocument = await client.patch('story').set({title: story.title}).commit()
  const answers = async (query: string, perspective: 'raw' | 'drafts' = 'raw') => {
    const asked = () => client.fetch(query, {}, {perspective})
    return [await asked(), await asked()]
  }
  return {client, stored, answers}
}

describe('a long document', () => {
  it.each([
    ['by itself', '*[_id == "story"][0]', (stored: SanityDocument): unknown => stored],
    ['in a list', '*[_id == "story"]', (stored: SanityDocument) => [stored]],
    [
      'with another attribute',
      '*[_id == "story"][0]{..., "n": 2}',
      (stored: SanityDocument) => ({...stored, n: 2}),
    ],
    [
      'with another attribute in front, that it has too',
      '*[_id == "story"][0]{"body": 1, "n": 2, ...}',
      (stored: SanityDocument) => {
        const {body, ...others} = stored
        return {body, n: 2, ...others}
      },
    ],
    [
      'with one long part replaced, and one under another name',
      '*[_id == "story"][0]{..., "body": count(body), "copy": notes}',
      (stored: SanityDocument) => ({...stored, body: 40, copy: stored['notes']}),
    ],
    [
      'in parts',
      '*[_id == "story"]{title, notes, "first": body[0]}',
      (stored: SanityDocument) => [
        {title: stored['title'], notes: stored['notes'], first: stored['body'][0]},
      ],
    ],
    [
      'beside one that is short',
      '[*[_id == "story"][0], {"title": "Short"}, null, 3]',
      (stored: SanityDocument) => [stored, {title: 'Short'}, null, 3],
    ],
    [
      'within something else',
      '{"found": *[_id == "story"]}',
      (stored: SanityDocument) => ({found: [stored]}),
    ],
  ])('is answered as it is stored: %s', async (_, query, expected) => {
    const {stored, answers} = await lakeWithStory()
    const [first, second] = await answers(query)
    expect(first).toEqual(expected(stored))
    expect(Object.keys(first)).toEqual(Object.keys(Object(expected(stored))))
    expect(second).toEqual(first)
  })

  it('is answered under its published id where a draft is shown', async () => {
    const {client, answers} = await lakeWithStory()
    const draft = await client.create({...story, _id: 'drafts.other', title: 'Draft'})
    const [first, second] = await answers('*[_id == "other"][0]', 'drafts')
    expect(first).toEqual({...draft, _id: 'other', _originalId: 'drafts.other'})
    expect(second).toEqual(first)
  })

  it('keeps its published id where a draft is scored', async () => {
    const {client, answers} = await lakeWithStory()
    await client.create({...story, _id: 'drafts.other', title: 'Draft'})
    const [first, second] = await answers(
      '*[_id == "other"] | score(title match "draft") {_id, _originalId}',
      'drafts',
    )
    expect(first).toEqual([{_id: 'other', _originalId: 'drafts.other'}])
    expect(second).toEqual(first)
  })

  it('is answered as it is after an edit', async () => {
    const {client, answers} = await lakeWithStory()
    await answers('*[_id == "story"][0]')
    const stored = await client
      .patch('story')
      .set({body: paragraphs('Anew')})
      .commit()
    expect(await answers('*[_id == "story"][0]')).toEqual([stored, stored])
  })
})
