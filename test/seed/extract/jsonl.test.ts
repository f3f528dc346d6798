import {expect, it} from 'vitest'

import {extract} from '../../../seed/extract/extract.ts'
import type {Gazetteer} from '../../../seed/extract/gazetteer.ts'
import {toJsonLine} from '../../../seed/extract/jsonl.ts'

const gazetteer: Gazetteer = [
  {entity: 'organisation-1', type: 'organisation', names: ['Harbour Centre']},
  {entity: 'person-1', type: 'person', names: ['Ada Quist', 'Quist']},
]

it('puts an extraction into one line, in the words of the format', () => {
  const text =
    'Fog\n“It is late,” said Quist of the Harbour Centre. A poll found that nearly two-thirds of voters opposed the bridge. Only 5 per cent of boats sank.'
  expect(toJsonLine('a1', extract(text, gazetteer))).toEqual({
    id: 'a1',
    entities: [
      {start: 23, end: 28, type: 'person', entity: 'Ada Quist'},
      {start: 36, end: 50, type: 'org', entity: 'Harbour Centre'},
    ],
    quotes: [
      {
        start: 4,
        end: 17,
        speaker: {text: 'Quist of the Harbour Centre', start: 23, end: 50, entity: 'Ada Quist'},
        confidence: 0.983,
      },
    ],
    findings: [
      {start: 70, end: 87, value: 66.7, qualifier: 'nearly', unit: 'fraction', kind: 'poll'},
      {start: 118, end: 133, value: 5, qualifier: 'only', unit: 'percent', kind: 'stat'},
    ],
  })
})
