import type {SanityDocument} from 'sanity'
import {beforeAll, describe, expect, it} from 'vitest'

import {dataset as stored, rowers, weather as undated} from '../queries/dataset.ts'
import {validatorOver, type Problems} from './validate.ts'

const correction = {
  _key: 'c0',
  _type: 'storyCorrection',
  date: '2020-05-02',
  kind: 'correction',
  text: 'It rained in the morning, not in the evening.',
}
const weather = {...undated, publishedAt: '2020-05-01T08:00:00Z', corrections: [correction]}
const dataset = stored.map((document) => (document._id === weather._id ? weather : document))

let problems: Problems
beforeAll(async () => {
  const validator = await validatorOver(dataset)
  problems = validator.problems
  return validator.close
})

const to = (id: string) => ({_type: 'reference', _ref: id, _weak: true})
const corrected = (fields: object) => ({
  ...weather,
  corrections: [correction, {...correction, _key: 'c1', ...fields}],
})
const pictured = (fields: object) => ({
  ...weather,
  leadImage: {_type: 'creditedImage', alt: 'A wet quay.', credit: 'Jo Lind', ...fields},
})
const related = (...ids: string[]) => ({
  ...weather,
  relatedArticles: ids.map((id, index) => ({
    _key: `r${index}`,
    _type: 'relatedStory',
    story: to(id),
    rel: 'background',
  })),
})
const sought = (seo: object) => ({...weather, seo: {_type: 'storySeo', ...seo}})
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
const draft = {...weather, _id: 'drafts.article-weather'}

describe('a story lets pass', () => {
  it.each<[string, SanityDocument]>([
    ['an embargo that is over', {...weather, embargoUntil: '2020-05-01T08:00:00Z'}],
    ['a draft without a publication time', {...draft, publishedAt: undefined}],
    ['a translation of another story', {...weather, translationOf: to('article-rowers')}],
    ['a related story', related('article-rowers')],
    ['one more correction', corrected({})],
    ['the old wording of a slip', corrected({before: 'in the evening', after: 'in the morning'})],
    ['a removal without the old wording', corrected({kind: 'safety'})],
    [
      'a withdrawal with its notice',
      {
        ...weather,
        withdrawal: {_type: 'storyWithdrawal', date: '2020-06-01', notice: 'It was not so.'},
      },
    ],
    ['a picture with description and credit', pictured({})],
    ['a decoration without a description', pictured({alt: undefined, decorative: true})],
    ['a headline and description for search', sought({title: 'Rain', description: 'x'.repeat(50)})],
    ['a dateline in words', {...weather, dateline: {_type: 'storyDateline', wording: 'at sea'}}],
    ['the address of a story in another language', {...weather, slug: rowers.slug, language: 'uk'}],
  ])('%s', async (_, document) => {
    expect(await problems(document)).toEqual([])
  })
})

describe('a story reports', () => {
  it.each<[string, SanityDocument, string[]]>([
    [
      'an embargo that still runs',
      {...weather, embargoUntil: '2999-12-31T12:00:00Z'},
      [
        `error embargoUntil: Embargoed until ${new Intl.DateTimeFormat('en-GB', {
          dateStyle: 'long',
          timeStyle: 'short',
        }).format(new Date('2999-12-31T12:00:00Z'))} (${zone}): it can’t be published before.`,
      ],
    ],
    [
      'an embargo that ends too early',
      {...weather, embargoUntil: '2020-04-30T08:00:00Z'},
      ['warning embargoUntil: The embargo ends before the publication time.'],
    ],
    [
      'no publication time, once it is out',
      {...weather, publishedAt: undefined},
      ['warning publishedAt: Set the publication time.'],
    ],
    [
      'no publication time, in a release',
      {...weather, _id: 'versions.rWeekend.article-weather', publishedAt: undefined},
      ['warning publishedAt: Set the publication time: a release does not note it.'],
    ],
    [
      'a translation of itself',
      {...weather, translationOf: to('article-weather')},
      ['error translationOf: A story can’t be a translation of itself.'],
    ],
    [
      'itself as a related story, in a draft',
      {...related('article-weather'), _id: 'drafts.article-weather'},
      ['error relatedArticles[r0].story: Choose another story: this is the one you are in.'],
    ],
    [
      'a related story twice',
      related('article-rowers', 'article-rowers'),
      ['error relatedArticles: This story is already listed.'],
    ],
    [
      'a related story that is not chosen',
      {
        ...weather,
        relatedArticles: [{_key: 'r', _type: 'relatedStory', rel: 'series'}],
      },
      ['error relatedArticles[r].story: Required'],
    ],
    [
      'a published correction that is gone',
      {...draft, corrections: []},
      ['error corrections: A published correction stays. Add another one that sets it right.'],
    ],
    [
      'an empty correction',
      corrected({date: undefined, kind: undefined, text: undefined}),
      [
        'error corrections[c1].date: Give the day of the correction.',
        'error corrections[c1].kind: Required',
        'error corrections[c1].text: Tell readers what was changed.',
      ],
    ],
    [
      'the old wording of what was removed for safety',
      corrected({kind: 'safety', before: 'She lives at 4 Quay Street.'}),
      ['error corrections[c1].before: The old wording would undo this: leave it out.'],
    ],
    [
      'a withdrawal that tells readers nothing',
      {...weather, withdrawal: {_type: 'storyWithdrawal'}},
      [
        'error withdrawal.date: Since when is it withdrawn?',
        'error withdrawal.notice: Tell readers why the text is gone.',
      ],
    ],
    [
      'a picture of which readers know nothing',
      pictured({alt: undefined, credit: undefined}),
      ['error leadImage.alt: Describe the picture.', 'error leadImage.credit: Who made it?'],
    ],
    [
      'what search engines would cut',
      sought({title: 'x'.repeat(61), description: 'x'.repeat(161)}),
      [
        'warning seo.description: Descriptions work best with 50 to 160 characters.',
        'warning seo.title: Search engines cut headlines at 60 characters.',
      ],
    ],
    [
      'a description for search that says too little',
      sought({description: 'Rain.'}),
      ['warning seo.description: Descriptions work best with 50 to 160 characters.'],
    ],
    [
      'a dateline from nowhere',
      {...weather, dateline: {_type: 'storyDateline'}},
      ['error dateline.wording: Say where.'],
    ],
    [
      'an address that nobody can read out',
      {...weather, slug: {_type: 'slug', current: 'Rain_again'}},
      ['warning slug: Use lower-case words and hyphens.'],
    ],
  ])('%s', async (_, document, expected) => {
    expect(await problems(document)).toEqual(expected)
  })
})
