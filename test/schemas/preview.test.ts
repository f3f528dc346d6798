import {describe, expect, it} from 'vitest'

import {person} from '../../schemas/documents/person.ts'
import {storyRelation} from '../../schemas/objects/storyRelation.ts'

describe('lines of lists', () => {
  it.each([
    [{occupation: 'restaurateur', occupied: 'current'}, 'restaurateur'],
    [
      {occupation: 'spy for the UK', occupied: 'former', relation: 'roleIn', related: 'UK'},
      'former spy for the UK',
    ],
    [
      {occupation: 'cook', relation: 'memberOf', related: 'Guard', negated: true},
      'cook · does not belong to Guard',
    ],
    [{relation: 'leads', related: 'Guard', status: 'former'}, 'formerly: leads Guard'],
    [{naming: 'codename', occupation: 'cook'}, 'codename only'],
  ])('say of a person with %j: %s', (selection, subtitle) => {
    expect(lineOf(person, {name: 'Ada', ...selection})).toEqual({title: 'Ada', subtitle})
  })

  it.each([
    [{type: 'memberOf', to: 'Guard', negated: true}, 'does not belong to Guard', 'No role given'],
    [{type: 'roleIn', to: 'UK', role: 'spy', status: 'former'}, 'works in UK', 'spy · former'],
    [{to: 'UK', certainty: 'inferred'}, 'related to UK', 'inferred'],
  ])('say of a relation with %j: %s', (selection, title, subtitle) => {
    expect(lineOf(storyRelation, selection)).toEqual({title, subtitle})
  })
})

function lineOf({preview}: {preview?: unknown}, selection: object): object {
  const prepare: unknown = Reflect.get(Object(preview), 'prepare')
  const shown: unknown = typeof prepare === 'function' ? prepare(selection) : undefined
  const {title, subtitle} = Object(shown)
  return {title, subtitle}
}
