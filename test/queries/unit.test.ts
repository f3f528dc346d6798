import {describe, expect, it} from 'vitest'

import {unitBySlugQuery} from '../../queries/index.ts'
import {ana, guard, run} from './dataset.ts'
import {
  anaLink,
  heronLink,
  noNumber,
  norholmLink,
  passage,
  portLink,
  rowersRow,
} from './expected.ts'

const founded = {
  _key: 'r0',
  type: 'founderOf',
  role: null,
  status: null,
  start: null,
  end: null,
  negated: false,
  certainty: 'stated',
  citations: [passage('p00', 'who founded the Harbour Guard')],
  from: anaLink,
}

describe('unitBySlugQuery', () => {
  it('yields a unit’s facts, its people and its stories', () => {
    expect(run(unitBySlugQuery, {slug: 'harbour-guard'})).toEqual({
      _id: 'unit-guard',
      _type: 'unit',
      name: 'Harbour Guard',
      slug: 'harbour-guard',
      alternateNames: [],
      externalIds: [],
      kind: 'other',
      kindWording: 'a volunteer crew',
      fightsFor: {place: norholmLink, certainty: 'stated', citations: []},
      deployments: [
        {
          _key: 'd0',
          place: norholmLink,
          wording: 'off Norholm',
          status: 'active',
          from: null,
          to: null,
          certainty: 'stated',
          citations: [],
        },
      ],
      strength: [
        {
          _key: 's0',
          value: {...noNumber, wording: 'dozens', qualifier: 'orderOfMagnitude'},
          asOf: null,
          certainty: 'stated',
          citations: [],
        },
      ],
      aims: [{_key: 'a0', text: 'keep the harbour open', citations: []}],
      compositionNationalities: [],
      composition: ['rowers'],
      nameOrigin: null,
      formedOn: null,
      disbandedOn: null,
      relations: [
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
          to: portLink,
        },
      ],
      inverseRelations: [
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
          from: heronLink,
        },
        founded,
      ],
      quotations: [],
      storyCount: 1,
      stories: [rowersRow],
    })
  })

  it('lists namesakes on the other side in the order of their ids', () => {
    const people = ['c', 'a', 'b'].map((_id) => ({...ana, _id}))
    expect(
      run(`${unitBySlugQuery}.inverseRelations[].from._id`, {slug: 'harbour-guard'}, [
        ...people,
        guard,
      ]),
    ).toEqual(['a', 'b', 'c'])
  })

  it('yields null for an address nobody has', () => {
    expect(run(unitBySlugQuery, {slug: 'ana-zell'})).toBe(null)
  })
})
