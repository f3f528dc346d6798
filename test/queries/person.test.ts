import {describe, expect, it} from 'vitest'

import {personBySlugQuery} from '../../queries/index.ts'
import {ana, dataset, run, weather} from './dataset.ts'
import {anasQuotations, guardLink, norholmLink, passage, rowersRow, rowersLink} from './expected.ts'

describe('personBySlugQuery', () => {
  it('yields a person’s facts, relations, words and stories', () => {
    expect(run(personBySlugQuery, {slug: 'ana-zell'})).toEqual({
      _id: 'person-ana',
      _type: 'person',
      name: 'Ana Zell',
      slug: 'ana-zell',
      alternateNames: [{_key: 'n0', name: 'Zell', kind: 'shortForm', language: null}],
      externalIds: [],
      naming: 'fullName',
      sortName: 'Zell, Ana',
      disambiguation: null,
      summary: null,
      image: null,
      birthDate: null,
      deathDate: null,
      identityProtection: null,
      occupations: [
        {
          _key: 'o0',
          title: 'ferry captain',
          status: 'former',
          from: null,
          to: null,
          certainty: 'stated',
          citations: [passage('p00', 'a former ferry captain')],
        },
      ],
      ageAsReported: {
        value: 50,
        asOf: {value: '2021', wording: null, basis: 'derived'},
        citations: [],
      },
      birthPlace: null,
      nationalities: [{_key: 'n0', place: norholmLink, certainty: 'inferred', citations: []}],
      residences: [
        {
          _key: 'r0',
          place: null,
          wording: 'a boat',
          kind: 'home',
          reason: null,
          from: null,
          to: null,
          certainty: 'stated',
          citations: [],
        },
      ],
      fightsFor: null,
      relations: [
        {
          _key: 'r0',
          type: 'founderOf',
          role: null,
          status: null,
          start: null,
          end: null,
          negated: false,
          certainty: 'stated',
          citations: [passage('p00', 'who founded the Harbour Guard')],
          to: guardLink,
        },
      ],
      inverseRelations: [],
      quotations: anasQuotations.map((quotation) => ({...quotation, article: rowersLink})),
      storyCount: 1,
      stories: [rowersRow],
    })
  })

  it('shows a protected person by the codename and what may be said of them', () => {
    expect(run(personBySlugQuery, {slug: 'heron'})).toEqual({
      _id: 'person-heron',
      _type: 'person',
      name: 'Heron',
      slug: 'heron',
      alternateNames: [],
      externalIds: [],
      naming: 'codename',
      sortName: 'Heron',
      disambiguation: null,
      summary: null,
      image: null,
      birthDate: null,
      deathDate: null,
      identityProtection: {basis: 'ownRequest', publicWording: 'a rower', citations: []},
      occupations: [],
      ageAsReported: null,
      birthPlace: null,
      nationalities: [],
      residences: [],
      fightsFor: null,
      relations: [
        {
          _key: 'r0',
          type: 'memberOf',
          role: 'oarsman',
          status: 'current',
          start: null,
          end: null,
          negated: true,
          certainty: 'stated',
          citations: [passage('p01', 'is not part of the Harbour Guard')],
          to: guardLink,
        },
      ],
      inverseRelations: [],
      quotations: [],
      storyCount: 0,
      stories: [],
    })
  })

  it('yields null for an address nobody has', () => {
    expect(run(personBySlugQuery, {slug: 'harbour-guard'})).toBe(null)
  })

  it('yields words of an old story, however many newer ones only mention who said them', () => {
    const entity = {_type: 'reference', _ref: ana._id}
    const markDefs = [{_key: 'm', _type: 'mention', entity}]
    const newer = Array.from({length: 50}, (_, index) => ({
      ...weather,
      _id: `article-${index}`,
      publishedAt: '2022-01-01T00:00:00Z',
      body: [{_key: 'p', _type: 'block', children: [], markDefs}],
    }))
    const page = `${personBySlugQuery}{quotations, storyCount, "last": stories[49]._id}`
    expect(run(page, {slug: 'ana-zell'}, [...dataset, ...newer])).toEqual({
      quotations: anasQuotations.map((quotation) => ({...quotation, article: rowersLink})),
      storyCount: 51,
      last: 'article-9',
    })
  })
})
