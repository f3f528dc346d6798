import {describe, expect, it} from 'vitest'

import {undoStep} from '../../../studio/review/takeStep.ts'
import {openReview} from './openReview.ts'

const stories = [
  'Ada Quist wins\nAda Quist said that she had won in Warsaw. “Yes,” said Ada Quist.',
  'Adelaide Quist travels\nAdelaide Quist went to Poland. “At last,” said Adelaide Quist.',
]
const content =
  '*[!(_id in path("seed.**"))] | order(_id){..., "_rev": "", "_createdAt": "", "_updatedAt": ""}'
const weakly = (_ref: string) => ({_type: 'reference', _ref, _weak: true})

describe('a proposed entry', () => {
  it('becomes one with a known one, wherever a draft refers to it, and can be separated again', async () => {
    const {client, idOf, take, raw, review} = await openReview(stories)
    const [from, into] = [await idOf('Adelaide Quist'), await idOf('Ada Quist')]
    const waiting = {...weakly(from), _strengthenOnPublish: {type: 'person'}}
    const known = {...weakly(into), _strengthenOnPublish: {type: 'person'}}
    await client.create({
      _id: 'drafts.unit-harbour',
      _type: 'unit',
      name: 'Harbour Guard',
      relations: [{_key: 'r', _type: 'storyRelation', type: 'alliedWith', to: waiting}],
    })
    await client
      .patch(`drafts.${from}`)
      .set({summary: 'Of the harbour.', name: 'Adelaide Quist'})
      .commit()
    const travels = '*[_type == "article" && title match "Adelaide*"][0]'
    const story = await client.fetch(`${travels}._id`, {}, {perspective: 'raw'})
    await client
      .patch(story)
      .set({
        about: [
          {_key: 'a', ...known},
          {_key: 'b', ...waiting},
        ],
      })
      .commit()
    const before = await raw(content)

    const {undo} = await take({kind: 'merge', from, into, keepsName: true})
    expect(
      await raw('count(*[references($from) || _id in [$from, "drafts." + $from]])', {from}),
    ).toBe(0)
    expect(
      await raw('*[_id == "drafts." + $into][0]{name, summary, "others": alternateNames[].name}', {
        into,
      }),
    ).toEqual({name: 'Ada Quist', summary: 'Of the harbour.', others: ['Adelaide Quist']})
    expect(await raw('*[_type == "unit"][0].relations[].to')).toEqual([known])
    expect(await raw(`${travels}.about`)).toEqual([{_key: 'a', ...known}])
    expect(
      await raw(
        `${travels}.body[].markDefs[]{"who": coalesce(entity, speaker), suggested}[who._ref == $into]`,
        {into},
      ),
    ).toEqual([known, known, known].map((who) => ({who, suggested: null})))
    expect((await review()).suggestions.filter(({target}) => target === from)).toEqual([])
    expect(undo && (await undoStep(client, undo))).toBe(true)
    expect(await raw(content)).toEqual(before)
  })

  it('goes over to a published one as an ordinary reference, whose new name waits in a draft', async () => {
    const {client, idOf, take, raw} = await openReview([stories[1] ?? ''])
    const from = await idOf('Adelaide Quist')
    await client.create({_id: 'person-ada', _type: 'person', name: 'Ada Quist', naming: 'fullName'})
    await take({kind: 'merge', from, into: 'person-ada', keepsName: true})
    expect(
      await raw('*[_type == "person"] | order(_id){_id, "others": alternateNames[].name}'),
    ).toEqual([
      {_id: 'drafts.person-ada', others: ['Adelaide Quist']},
      {_id: 'person-ada', others: null},
    ])
    expect(
      await raw('*[_type == "article"][0].body[].markDefs[_type == "mention"][0].entity'),
    ).toEqual([{_type: 'reference', _ref: 'person-ada'}])
  })

  it('is not merged with one that is gone, nor over the heads of readers', async () => {
    const {client, idOf, take} = await openReview(stories)
    const [from, into] = [await idOf('Adelaide Quist'), await idOf('Ada Quist')]
    const merge = (target: string) =>
      take({kind: 'merge', from, into: target, keepsName: false}).then(
        () => 'merged',
        (error: unknown) => String(error),
      )
    expect(await merge('person-gone')).toBe('Error: These two cannot become one: gone.')
    await client.create({
      _id: 'unit-x',
      _type: 'unit',
      name: 'X',
      relations: [{_key: 'r', to: weakly(from)}],
    })
    expect(await merge(into)).toBe('Error: These two cannot become one: published.')
  })

  it('is rejected with the words that led to it, and what it was said to have said is open', async () => {
    const {client, about, take, raw} = await openReview(stories)
    const before = await raw(content)
    const [entry] = await about('Adelaide Quist', 'entry')
    const {undo, missed} = entry
      ? await take({kind: 'dismiss', entry})
      : {missed: [], undo: undefined}
    expect(missed).toEqual([])
    expect(
      await raw('count(*[_id == "drafts." + $id || (_type == "article" && references($id))])', {
        id: entry?.key,
      }),
    ).toBe(0)
    expect(await raw('*[_type == "desk" && defined(notThis)].notThis[]{wording, entity}')).toEqual([
      {wording: 'Adelaide Quist', entity: null},
    ])
    const quotation = '*[title match "Adelaide*"][0].body[].markDefs[_type == "quotation"][0]'
    expect(await raw(`${quotation}{basis, speaker, suggested}`)).toEqual([
      {basis: 'unattributed', speaker: null, suggested: true},
    ])
    expect(undo && (await undoStep(client, undo))).toBe(true)
    expect(await raw(content)).toEqual(before)
  })
})
