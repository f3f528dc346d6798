import {describe, expect, it} from 'vitest'

import {createStoryClient} from '../../client/index.ts'
import {pagesShowing} from '../../webhook/index.ts'
import {nameOf, openHarbour} from './harbour.ts'

const reference = (id: string) => ({_type: 'reference', _ref: id})
const slug = (current: string) => ({_type: 'slug', current})

/** What every change of a story concerns. */
const storyLists = ['stories', 'feed', 'quotations', 'corrections']
const site = ['sitemap', 'graph']
const indexesOfRowers = ['index person', 'index place', 'index unit']
const besideRowers = [
  'person ana-zell',
  'person heron',
  'poll poll-on-the-harbour',
  'place norholm',
  'unit harbour-guard',
  ...storyLists,
  ...indexesOfRowers,
  ...site,
]

describe('the pages to rebuild', () => {
  it('are those of the stories and of the unit, when a person gets another name', async () => {
    const {administrator, client, nextChange} = await openHarbour()
    await administrator.patch('person-ana').set({name: 'Ana Zehl'}).commit()
    expect(await pagesShowing(client, await nextChange())).toEqual([
      {kind: 'person', slug: 'ana-zell', isGone: false},
      {kind: 'article', slug: 'rowers-guard-the-harbour', language: 'en', isGone: false},
      {kind: 'place', slug: 'norholm', isGone: false},
      {kind: 'unit', slug: 'harbour-guard', isGone: false},
      {kind: 'index', type: 'person'},
      {kind: 'quotations'},
      {kind: 'sitemap'},
      {kind: 'graph'},
    ])
  })

  it('are those of all whom a story names, whom it names no longer, and who cite it', async () => {
    const {administrator, nextPages} = await openHarbour()
    const own = 'article rowers-guard-the-harbour en'
    await administrator
      .patch('article-rowers')
      .unset(['about', 'locations', 'body[_key != "p02"]'])
      .commit()
    expect(await nextPages()).toEqual([own, ...besideRowers])
    await administrator.patch('article-rowers').set({title: 'Rowers'}).commit()
    expect(await nextPages()).toEqual([
      own,
      ...besideRowers.filter((name) => !name.includes('place')),
    ])
  })

  it('are the old address and the new one', async () => {
    const {administrator, nextPages} = await openHarbour()
    await administrator
      .patch('article-weather')
      .set({slug: slug('more-rain')})
      .commit()
    const rest = [...storyLists, ...site]
    expect(await nextPages()).toEqual(['article more-rain en', '-article rain en', ...rest])
    await administrator.patch('article-weather').set({language: 'uk'}).commit()
    expect(await nextPages()).toEqual(['article more-rain uk', '-article more-rain en', ...rest])
  })

  it('leave an address alone that another story has taken over', async () => {
    const {administrator, nextChange, client} = await openHarbour()
    await administrator
      .patch('article-weather')
      .set({slug: slug('old-rain')})
      .commit()
    await administrator
      .patch('article-rowers')
      .set({slug: slug('rain')})
      .commit()
    const pages = await pagesShowing(client, await nextChange())
    expect(pages.map(nameOf).slice(0, 2)).toEqual(['article rain en', 'article old-rain en'])
  })

  it('stay where a story is withdrawn, and go where it is unpublished or deleted', async () => {
    const {administrator, nextPages} = await openHarbour()
    const withdrawal = {_type: 'storyWithdrawal', date: '2022-01-01', notice: 'It was not so.'}
    await administrator.patch('article-rowers').set({withdrawal}).commit()
    expect(await nextPages()).toEqual(['article rowers-guard-the-harbour en', ...besideRowers])
    await administrator.action({
      actionType: 'sanity.action.document.unpublish',
      publishedId: 'article-rowers',
      draftId: 'drafts.article-rowers',
    })
    expect(await nextPages()).toEqual(['-article rowers-guard-the-harbour en', ...besideRowers])
    await administrator.delete('article-weather')
    expect(await nextPages()).toEqual(['-article rain en', ...storyLists, ...site])
  })

  it('are not those of a story under embargo', async () => {
    const {administrator, nextPages} = await openHarbour()
    await administrator
      .patch('article-weather')
      .set({embargoUntil: '2999-01-01T00:00:00Z'})
      .commit()
    expect(await nextPages()).toEqual(['-article rain en', ...storyLists, ...site])
    await administrator.patch('article-rowers').set({embargoUntil: '2999-01-01T00:00:00Z'}).commit()
    await nextPages()
    await administrator.patch('person-ana').set({name: 'Ana Zehl'}).commit()
    expect(await nextPages()).toEqual([
      'person ana-zell',
      'place norholm',
      'unit harbour-guard',
      'index person',
      'quotations',
      ...site,
    ])
  })

  it('reveal nothing of somebody who becomes protected, and end with the old address', async () => {
    const {administrator, client, nextChange} = await openHarbour()
    const file = {person: {...reference('person-ana'), _weak: true}, custodian: 'Jo Lind'}
    await administrator.create({_id: 'protected.s1', _type: 'protectedIdentity', ...file})
    await administrator.create({_id: 'desk.d1', _type: 'desk', subject: file.person})
    await administrator.create({_id: 'drafts.person-ana', _type: 'person', name: 'Ana'})
    const identityProtection = {
      _type: 'identityProtection',
      basis: 'ownRequest',
      publicWording: 'a captain',
    }
    const {_rev} = await administrator
      .patch('person-ana')
      .set({name: 'Captain', slug: slug('captain'), naming: 'codename', identityProtection})
      .unset(['alternateNames', 'sortName'])
      .commit()
    const change = await nextChange()
    const references = ['unit-guard', 'place-norholm']
    expect(change).toEqual({
      id: 'person-ana',
      type: 'person',
      operation: 'update',
      revision: _rev,
      before: {slug: 'ana-zell', language: null, references},
      after: {slug: 'captain', language: null, references},
    })
    expect((await pagesShowing(client, change)).map(nameOf)).toEqual([
      'person captain',
      '-person ana-zell',
      'article rowers-guard-the-harbour en',
      'place norholm',
      'unit harbour-guard',
      'index person',
      'quotations',
      ...site,
    ])
  })

  it('are those of polls, and of the stories that print them', async () => {
    const {administrator, nextPages} = await openHarbour()
    const printed = ['poll poll-on-the-harbour', 'article rowers-guard-the-harbour en']
    await administrator.patch('poll-harbour').set({title: 'A poll'}).commit()
    expect(await nextPages()).toEqual([
      ...printed,
      'organisation port-authority',
      'place norholm',
      'polls',
      ...site,
    ])
    await administrator.patch('organisation-port').set({name: 'The port'}).commit()
    expect(await nextPages()).toEqual([
      'organisation port-authority',
      'poll poll-on-the-harbour',
      'unit harbour-guard',
      'article rowers-guard-the-harbour en',
      'index organisation',
      'quotations',
      ...site,
    ])
  })

  it('are those that list a story, when its reporter gets another name', async () => {
    const {administrator, nextPages} = await openHarbour()
    const byline = {_type: 'storyCredit', role: 'reporter', person: reference('person-heron')}
    await administrator
      .patch('article-rowers')
      .set({bylines: [{_key: 'b0', ...byline}]})
      .commit()
    await nextPages()
    await administrator.patch('person-heron').set({name: 'Gull'}).commit()
    expect(await nextPages()).toEqual([
      'person heron',
      'article rowers-guard-the-harbour en',
      'unit harbour-guard',
      'person ana-zell',
      'place norholm',
      'poll poll-on-the-harbour',
      'stories',
      'feed',
      'index person',
      'quotations',
      ...site,
    ])
  })

  it('are those of stories to read next too, where a site prints them', async () => {
    const {administrator, client, nextChange} = await openHarbour()
    await administrator.create({
      _id: 'article-near',
      _type: 'article',
      title: 'Near',
      slug: slug('near'),
      language: 'en',
      about: [reference('unit-guard')],
    })
    await nextChange()
    await administrator.patch('article-rowers').set({title: 'x'}).commit()
    const change = await nextChange()
    const without = (await pagesShowing(client, change)).map(nameOf)
    const all = (await pagesShowing(client, change, {readNext: true})).map(nameOf)
    expect(all.filter((name) => !without.includes(name))).toEqual(['article near en'])
  })

  it('are never those of drafts, whatever the client may read', async () => {
    const {administrator, lake, url, client, nextChange} = await openHarbour()
    const draft = {_type: 'article', title: 'Begun', slug: slug('begun'), language: 'en'}
    await administrator.create({
      ...draft,
      _id: 'drafts.article-a',
      about: [reference('person-ana')],
    })
    await administrator.patch('person-ana').set({name: 'Ana Zehl'}).commit()
    const change = await nextChange()
    const preview = createStoryClient({
      projectId: 'storygraph',
      dataset: 'production',
      lake: url,
      purpose: 'preview',
      token: lake.token,
    })
    expect(await pagesShowing(preview, change)).toEqual(await pagesShowing(client, change))
  })
})
