import {describe, expect, it} from 'vitest'

import type {Suggestion} from '../../../studio/review/suggestion.ts'
import {undoStep} from '../../../studio/review/takeStep.ts'
import {openReview} from './openReview.ts'

const story =
  'Ada Quist wins\nAda Quist said that Lars Berg had lost. “No,” said Berg. Quist laughed.'

const marks = `*[_type == "article"][0].body[]{"own": markDefs[]{
  "words": array::join(^.children[^._key in marks].text, ""),
  "who": *[_id == "drafts." + coalesce(^.entity._ref, ^.speaker._ref)][0].name,
  suggested
}}.own[]`
const decisions = `*[_type == "desk"][0].items[defined(decision)] | order(wording asc){
  wording, decision, by
}`
const content =
  '*[!(_id in path("seed.**"))] | order(_id){..., "_rev": "", "_createdAt": "", "_updatedAt": ""}'

describe('what an editor decides', () => {
  it('confirms marks and entries, keeps who did, and can be taken back', async () => {
    const {client, review, take, raw} = await openReview([story])
    const before = await raw(content)
    const {suggestions} = await review()
    const {missed, undo} = await take({kind: 'confirm', suggestions})
    expect(missed).toEqual([])
    expect((await review()).suggestions).toEqual([])
    expect(await raw(decisions)).toEqual(
      ['Ada Quist', 'Berg', 'Lars Berg', 'Quist', '“No,”'].map((wording) => ({
        wording,
        decision: 'confirmed',
        by: 'Ada',
      })),
    )
    expect(await raw('count(*[suggested == true])')).toBe(0)
    expect(undo && (await undoStep(client, undo))).toBe(true)
    expect(await raw(content)).toEqual(before)
  })

  it('leaves what somebody changed meanwhile, says so, and undoes nothing over their heads', async () => {
    const {client, review, take, about, raw} = await openReview([story])
    const {suggestions} = await review()
    const berg = await about('Berg')
    await take({kind: 'reject', suggestions: berg, isForever: false})
    const [title] = suggestions.flatMap(({stories}) => stories)
    await client.patch(`drafts.${title}`).set({standfirst: 'By an editor.'}).commit()
    const {missed, undo} = await take({kind: 'confirm', suggestions})
    expect(missed.map(({words}) => words)).toEqual(['Berg'])
    await client.patch(`drafts.${title}`).set({title: 'Ada wins'}).commit()
    expect(undo && (await undoStep(client, undo))).toBe(false)
    expect(await raw('*[_type == "article"][0]{title, standfirst}')).toEqual({
      title: 'Ada wins',
      standfirst: 'By an editor.',
    })
    expect(await raw(marks)).toEqual([
      {words: '“No,”', who: 'Lars Berg', suggested: null},
      {words: 'Ada Quist', who: 'Ada Quist', suggested: null},
      {words: 'Lars Berg', who: 'Lars Berg', suggested: null},
      {words: 'Quist', who: 'Ada Quist', suggested: null},
    ])
  })

  it('loses nothing when two editors decide about one story at the same moment', async () => {
    const {review, take, raw} = await openReview([story])
    const {suggestions} = await review()
    const one = (suggestion: Suggestion) => take({kind: 'confirm', suggestions: [suggestion]})
    const taken = await Promise.all(suggestions.slice(0, 4).map(one))
    expect(taken.flatMap(({missed}) => missed)).toEqual([])
    expect((await review()).suggestions).toHaveLength(suggestions.length - 4)
    expect(await raw('count(*[_type == "desk"][0].items[decision == "confirmed"])')).toBe(3)
  })

  it('gives words to somebody else, and a quotation to another speaker', async () => {
    const {take, about, idOf, raw} = await openReview([story])
    const target = await idOf('Ada Quist')
    await take({kind: 'choose', suggestions: await about('“No,”', 'quotation'), target})
    await take({kind: 'choose', suggestions: await about('Berg'), target})
    expect(await raw(`${marks}[suggested != true]`)).toEqual([
      {words: '“No,”', who: 'Ada Quist', suggested: null},
      {words: 'Berg', who: 'Ada Quist', suggested: null},
    ])
    const gone = {kind: 'choose', suggestions: await about('Quist'), target: 'person-gone'} as const
    expect((await take(gone)).missed.map(({words}) => words)).toEqual(['Quist'])
  })

  it('gives some mentions an entry of their own', async () => {
    const {client, take, about, raw, review} = await openReview([story])
    const before = await raw(content)
    const suggestions = await about('Quist')
    const {undo} = await take({kind: 'split', suggestions, name: 'Eva Quist', newId: 'person-eva0'})
    expect(
      await raw('*[_id == "drafts.person-eva0"][0]{name, naming, "slug": slug.current, sortName}'),
    ).toEqual({
      name: 'Eva Quist',
      naming: 'fullName',
      slug: 'eva-quist-eva0',
      sortName: 'Quist, Eva',
    })
    expect(await raw(`${marks}[suggested != true]`)).toEqual([
      {words: 'Quist', who: 'Eva Quist', suggested: null},
    ])
    expect((await review()).entries.get('person-eva0')?.isSuggested).toBe(false)
    expect(undo && (await undoStep(client, undo))).toBe(true)
    expect(await raw(content)).toEqual(before)
  })
})
