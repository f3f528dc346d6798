import {describe, expect, it} from 'vitest'

import {organisationBySlugQuery} from '../../queries/index.ts'
import {run} from './dataset.ts'
import {guardLink} from './expected.ts'

describe('organisationBySlugQuery', () => {
  it('yields an organisation’s facts and what others have to do with it', () => {
    expect(run(organisationBySlugQuery, {slug: 'port-authority'})).toEqual({
      _id: 'organisation-port',
      _type: 'organisation',
      name: 'Port Authority',
      slug: 'port-authority',
      alternateNames: [],
      externalIds: [],
      naming: 'named',
      kind: 'government',
      disambiguation: null,
      country: null,
      location: null,
      purpose: [{_key: 'u0', text: 'runs the harbour', citations: []}],
      metonymFor: null,
      isStateBody: false,
      foundedOn: null,
      dissolvedOn: null,
      relations: [],
      inverseRelations: [
        {
          _key: 'r0',
          type: 'partOf',
          role: null,
          status: null,
          start: null,
          end: null,
          negated: false,
          certainty: 'stated',
          citations: [],
          from: guardLink,
        },
      ],
      quotations: [],
      storyCount: 0,
      stories: [],
    })
  })

  it('yields null for an address nobody has', () => {
    expect(run(organisationBySlugQuery, {slug: 'ana-zell'})).toBe(null)
  })
})
