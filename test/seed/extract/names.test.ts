import {describe, expect, it} from 'vitest'

import {extract} from '../../../seed/extract/extract.ts'
import type {Gazetteer} from '../../../seed/extract/gazetteer.ts'

/** Who and what a text names: `type name (other name: kind)`, `?` before whom it could also be. */
function named(text: string, gazetteer: Gazetteer = []): string[] {
  return extract(text, gazetteer).entities.map(({type, name, names, candidates, codename}) => {
    const others = names.map((one) => `${one.name}: ${one.kind}`).join('; ')
    const rivals = candidates.map((key) => ` ?${key}`).join('')
    return `${type} ${name}${codename ? ' [codename]' : ''}${others && ` (${others})`}${rivals}`
  })
}

/** Each mention in the words of the text, with the entity that it names. */
function mentioned(text: string, gazetteer: Gazetteer = []): string[] {
  return extract(text, gazetteer).mentions.map(
    ({start, end, entity}) => `${text.slice(start, end)} → ${entity}`,
  )
}

describe('naming everybody and everything', () => {
  it('reads an agency report with its dateline, titles, an abbreviation and a possessive', () => {
    expect(
      named(
        `Ferry strike enters second week
HARROWGATE, May 4 (NWA) — Dock workers at the port of Harrowgate walked out again on Monday, the Norland Seafarers’ Union said.
“We will not go back,” said Ada Quist, 43, a crane driver who leads the union’s eastern branch. Quist has met Transport Minister Bo Lund twice.
The Norland Ports Authority (NPA) called the strike unlawful. “It hurts everyone,” NPA spokesman Ivo Brandt told The Harrowgate Herald.
Mr Lund has been asked to step in. Lund’s office did not answer.`,
      ),
    ).toEqual([
      'place Harrowgate (HARROWGATE: spelling)',
      'organisation NWA',
      'organisation Norland Seafarers’ Union',
      'person Ada Quist (Quist: shortForm)',
      'person Bo Lund (Lund: shortForm; Transport Minister Bo Lund: honorificForm; Mr Lund: honorificForm)',
      'organisation Norland Ports Authority (NPA: abbreviation)',
      'person Ivo Brandt',
      'organisation Harrowgate Herald',
    ])
  })

  it('reads a British report with single marks', () => {
    expect(
      named(
        `MP quits over flood report
'I cannot stay,' Dame Erin Vale said on Tuesday. The MP for Eastmoor told the BBC she had written to the Prime Minister, Sir Alan Pike.
According to Dame Erin, the Department for Rivers and Coasts ignored Professor Lena Abiodun's warnings. Dr Abiodun works at the University of Eastmoor.`,
      ),
    ).toEqual([
      'person Erin Vale (Erin: shortForm; Dame Erin Vale: honorificForm; Dame Erin: honorificForm)',
      'place Eastmoor',
      'organisation BBC',
      'person Alan Pike (Sir Alan Pike: honorificForm)',
      'organisation Department for Rivers and Coasts',
      'person Lena Abiodun (Abiodun: shortForm; Professor Lena Abiodun: honorificForm; Dr Abiodun: honorificForm)',
      'organisation University of Eastmoor',
    ])
  })

  it('tells units, a codename and the town that somebody comes from', () => {
    expect(
      named(
        `On the river
The 12th Guards Rifle Brigade crossed the river at dawn, said a sergeant who asked to be identified only as Otter, his codename. The Sokol fighters and the Free Norland legion followed.
Otter was born in Brask. Brask is a small town in the east.`,
      ),
    ).toEqual([
      'unit 12th Guards Rifle Brigade',
      'person Otter [codename]',
      'unit Sokol',
      'unit Free Norland legion',
      'place Brask',
    ])
  })

  it('tells a person from the town of the same name', () => {
    const text = `Foxes
The soldier’s codename — Orsa — was a clue. Orsa is a small town in the north. Orsa left in May.`
    expect(mentioned(text)).toEqual([
      'Orsa → person:Orsa',
      'Orsa → place:Orsa',
      'Orsa → person:Orsa',
    ])
  })

  it('joins a name in another script, a call sign, and former names', () => {
    expect(
      named(
        `Regiment recalls its founder
Кастусь Дубровский (Kastus Dubrovsky) founded the Vilna Regiment. Dubrovsky, callsign “Falcon”, fell near Harlivka. Ганна Лебедь, a medic, spoke first.
Norland Rail, formerly Royal Norland Railways, is to close a line. Its chief, Mara Osei, née Lindt, announced the plan.`,
      ),
    ).toEqual([
      'person Кастусь Дубровский (Kastus Dubrovsky: transliteration; Dubrovsky: shortForm; Falcon: callSign)',
      'unit Vilna Regiment',
      'place Harlivka',
      'person Ганна Лебедь',
      'organisation Norland Rail (Royal Norland Railways: former)',
      'person Mara Osei (Lindt: birth)',
    ])
  })

  it('takes neither dates, peoples, languages nor the words that open sentences for names', () => {
    expect(
      named(
        'Yesterday it rained. On Monday the Norwegians spoke English. Wartime paranoia set in. I stayed.',
      ),
    ).toEqual([])
  })
})

describe('two people with one name', () => {
  const text = `Brother and sister split over bridge
Mayor Ada Quist wants a bridge. Her brother Bo Quist does not.
“It will ruin us,” said Mr Quist. Ms Quist said she would not yield.
Residents in Tarnholm are divided. Quist has until Friday.`

  it('follows “Mr” and “Ms”, and merges nobody where nothing tells', () => {
    expect(mentioned(text)).toEqual([
      'Mayor Ada Quist → person:Ada Quist',
      'Bo Quist → person:Bo Quist',
      'Mr Quist → person:Bo Quist',
      'Ms Quist → person:Ada Quist',
      'Tarnholm → place:Tarnholm',
      'Quist → person:Quist',
    ])
    expect(named(text)).toEqual([
      'person Ada Quist (Mayor Ada Quist: honorificForm; Quist: shortForm; Ms Quist: honorificForm)',
      'person Bo Quist (Quist: shortForm; Mr Quist: honorificForm)',
      'person Quist ?person:Ada Quist ?person:Bo Quist',
      'place Tarnholm',
    ])
  })
})

describe('what the newsroom knows', () => {
  const ada = {entity: 'ada', type: 'person', names: ['Ada Quist']} as const
  const norland = {entity: 'norland', type: 'place', names: ['Norland']} as const

  it('gives short forms to whom the gazetteer knows, and adds the others', () => {
    const text = 'Fog\nAda Quist met Bo Lund in Norland. “It is late,” Quist said.'
    expect(mentioned(text, [ada, norland])).toEqual([
      'Ada Quist → ada',
      'Bo Lund → person:Bo Lund',
      'Norland → norland',
      'Quist → ada',
    ])
    expect(extract(text, [ada, norland]).entities.map(({known}) => known)).toEqual([
      true,
      false,
      true,
    ])
  })

  it('does not take a bare surname for somebody who is not named in full', () => {
    expect(named('Fog\n“It is late,” Mr Quist said.', [ada])).toEqual([
      'person Quist (Mr Quist: honorificForm) ?ada',
    ])
  })

  it('sees another bearer of the surname, and the body that a place is part of', () => {
    const both = {...ada, names: ['Ada Quist', 'Quist']}
    expect(
      mentioned('Fog\nLudmila Quist leads the Norland Press Council.', [both, norland]),
    ).toEqual([
      'Ludmila Quist → person:Ludmila Quist',
      'Norland Press Council → organisation:Norland Press Council',
    ])
  })

  it('leaves out what an editor rejected', () => {
    const fox = {entity: 'fox', type: 'person', names: ['Orsa'], notThis: ['Orsa']} as const
    expect(mentioned('Fog\nThey met in Orsa.', [fox])).toEqual(['Orsa → place:Orsa'])
  })
})

describe('hostile text', () => {
  it.each([
    ['capitals without end', 'Quist '.repeat(5000)],
    ['initials', 'A. B. '.repeat(5000)],
    ['possessives', 'Ada’s '.repeat(5000)],
    ['bindings', 'Bank of '.repeat(5000)],
    ['hyphens', 'Ab-'.repeat(5000)],
    ['marks', '"“‘('.repeat(5000)],
    ['other directions', '\u202EAda\u200B Quist\u202C said. '.repeat(500)],
  ])('comes to an end over %s, and every span stands in the text', (_, text) => {
    const {mentions} = extract(text, [])
    const outside = mentions.filter(
      ({start, end}) => start < 0 || end <= start || end > text.length,
    )
    const overlapping = mentions.filter(({start}, index) => start < (mentions[index - 1]?.end ?? 0))
    expect([outside, overlapping]).toEqual([[], []])
  })
})
