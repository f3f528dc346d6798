import {describe, expect, it} from 'vitest'

import {loadKnown} from '../../../seed/known/loadKnown.ts'
import {suggestMarks} from '../../../studio/newStory/suggestMarks.ts'
import {storyDocument} from '../../../studio/newStory/storyFromText.ts'
import {seedTexts} from '../../support/seedTexts.ts'
import {openReview} from './openReview.ts'

const first =
  'Adelaide Quist travels\nAdelaide Quist went to Poland. “At last,” said Adelaide Quist.'
const next = 'Back again\nAdelaide Quist came home, the council said. She was glad.'
const people = '*[_type == "person"] | order(name asc).name'

/** Reads the stories again, and a further one, as `seed` does. */
async function seedNext({client, raw}: Awaited<ReturnType<typeof openReview>>) {
  await seedTexts(client, [first, next], true)
  const who = `*[_type == "article" && title == "Back again"][0].body[].markDefs[]{
    "name": *[_id in [^.entity._ref, "drafts." + ^.entity._ref]][0].name
  }.name`
  return {people: await raw(people), mentioned: await raw(who)}
}

/** What “Find mentions” suggests in the further story. */
async function findNext({client}: Awaited<ReturnType<typeof openReview>>) {
  const [, text = ''] = next.split('\n')
  const {body} = storyDocument({title: 'Back again', paragraphs: [text]}, 'article-next')
  const dataset = await loadKnown(client)
  return suggestMarks('Back again', body, {dataset, notThis: [], items: []}).items.map(
    ({wording}) => wording,
  )
}

describe('the next run', () => {
  it('knows whom an editor merged a proposed entry into, also where its name was not kept', async () => {
    const review = await openReview([first])
    const {client, idOf, take} = review
    await client.create({_id: 'person-eva', _type: 'person', name: 'Eva Holt', naming: 'fullName'})
    const from = await idOf('Adelaide Quist')
    await take({kind: 'merge', from, into: 'person-eva', keepsName: false})
    expect(await findNext(review)).toEqual(['Adelaide Quist'])
    expect(await seedNext(review)).toEqual({people: ['Eva Holt'], mentioned: ['Eva Holt']})
  })

  it('knows an entry that was confirmed and renamed', async () => {
    const review = await openReview([first])
    const {client, idOf, take} = review
    const {suggestions} = await review.review()
    await take({kind: 'confirm', suggestions})
    await client
      .patch(`drafts.${await idOf('Adelaide Quist')}`)
      .set({name: 'Ada Quist'})
      .commit()
    expect(await findNext(review)).toEqual(['Adelaide Quist'])
    expect(await seedNext(review)).toEqual({people: ['Ada Quist'], mentioned: ['Ada Quist']})
  })

  it('does not propose again what was rejected', async () => {
    const review = await openReview([first])
    const [entry] = await review.about('Adelaide Quist', 'entry')
    if (entry) await review.take({kind: 'dismiss', entry})
    expect(await findNext(review)).toEqual([])
    expect(await seedNext(review)).toEqual({people: [], mentioned: []})
  })

  it('does not take words again for somebody whom an editor said they never mean', async () => {
    const review = await openReview([first])
    const {take, about, client, idOf} = review
    const suggestions = await about('Adelaide Quist')
    await take({kind: 'reject', suggestions, isForever: true})
    const id = await idOf('Adelaide Quist')
    const known = await loadKnown(client)
    expect(known.gazetteerFor(next).filter(({entity}) => entity === id)).toEqual([])
    expect(await findNext(review)).toEqual([])
  })
})
