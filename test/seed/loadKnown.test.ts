import {expect, it} from 'vitest'

import {loadKnown} from '../../seed/known/loadKnown.ts'
import type {SeedDocument} from '../../seed/write/writeDocuments.ts'
import {testLake} from '../support/testLake.ts'

it('knows a dataset’s entries, its drafts and what editors decided about words', async () => {
  const {administrator} = await testLake()
  const person = {_type: 'person', naming: 'fullName'}
  const weak = (_ref: string) => ({_type: 'reference', _ref, _weak: true})
  const documents: SeedDocument[] = [
    {...person, _id: 'person-ada', name: 'Ada Quist', slug: {current: 'ada-quist'}},
    {...person, _id: 'drafts.person-ada', name: 'Countess Quist'},
    {...person, _id: 'drafts.person-lars', name: 'Lars Berg', suggested: true},
    {...person, _id: 'person-mia', name: 'Mia Holt', identityProtection: {basis: 'ownRequest'}},
    {_id: 'person-fox', _type: 'person', name: 'Fox', naming: 'codename'},
    {_id: 'desk.empty', _type: 'desk', subject: weak('article-2')},
    {
      _id: 'desk.story',
      _type: 'desk',
      subject: weak('article-1'),
      items: [
        {_key: 'a', key: 'p00m0', decision: 'confirmed', wording: 'Dr Quist', choice: 'person-ada'},
        {_key: 'b', key: 'p00q0', decision: 'confirmed', wording: '“No.”', choice: 'person-ada'},
        {_key: 'c', key: 'p00m1', decision: 'rejected', wording: 'Q', choice: 'person-ada'},
      ],
      notThis: [
        {_key: 'a', wording: 'Berg', entity: weak('person-lars')},
        {_key: 'b', wording: 'Great Fog'},
      ],
    },
  ]
  const transaction = administrator.transaction()
  for (const document of documents) transaction.create(document)
  await transaction.commit()

  const known = await loadKnown(administrator)
  expect(known.gazetteerFor('Dr Quist, Lars Berg, Mia Holt and Fox in the Great Fog')).toEqual([
    {entity: 'person-ada', type: 'person', names: ['Ada Quist', 'Dr Quist']},
    {entity: 'person-lars', type: 'person', names: ['Lars Berg'], notThis: ['Berg']},
  ])
  expect(known.gazetteerFor('Nobody is named')).toEqual([])
  expect([known.isPublished('person-ada'), known.isPublished('person-lars')]).toEqual([true, false])
  expect([known.isSuggested('person-ada'), known.isSuggested('person-lars')]).toEqual([false, true])
  expect(known.ownerOf('person', 'ada-quist')).toBe('person-ada')
  expect([known.isNoName('Great Fog'), known.isNoName('Berg')]).toEqual([true, false])
})
