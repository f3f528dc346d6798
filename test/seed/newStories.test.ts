import path from 'node:path'

import {describe, expect, it} from 'vitest'

import {runCommand} from '../support/command.ts'
import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {testLake} from '../support/testLake.ts'

interface Mark {
  readonly _type: string
  readonly suggested: boolean
  readonly text: string
  readonly speaker: string | null
  readonly entity: Entity | null
  readonly value: {value?: number; unit?: string} | null
}

interface Entity {
  readonly _type: string
  readonly name: string
  readonly naming: string | null
  readonly kind: string | null
  readonly others: readonly string[] | null
}

const query = `{
  "marks": *[_type == "article"][0].body[]{"own": markDefs[]{
    _type, suggested, "speaker": speaker->name, value,
    "entity": entity->{_type, name, naming, kind, "others": alternateNames[].name},
    "text": array::join(^.children[^._key in marks].text, "")
  }}.own[],
  "polls": *[_type == "poll"]{
    title, pollsterWording, "places": places[]->name,
    "findings": findings[]{topic, stance, "value": value.value}
  },
  "published": *[!(_originalId in path("drafts.**")) && !(_id in path("*.**"))]._id,
  "confirmed": *[_type != "article" && suggested != true && !(_id in path("*.**"))]._id
}`

interface Answer {
  readonly marks: readonly Mark[]
  readonly polls: unknown
  readonly published: readonly string[]
  readonly confirmed: readonly string[]
}

/** Puts an article through the command into a lake of its own, and reads it through the client. */
async function seeded(story: string) {
  const article = path.resolve(import.meta.dirname, 'stories', `${story}.txt`)
  const data = temporaryDirectory()
  const {exitCode, stderr} = await runCommand(['seed', article, '--data', data])
  expect(stderr).toMatch(/^Run .+\n(?:1 article, 100 %\n)+$/)
  expect(exitCode).toBe(0)
  const {administrator} = await testLake({directory: data})
  const answer = await administrator.fetch<Answer>(query, {}, {perspective: 'drafts'})
  const {marks, polls, published, confirmed} = answer
  expect({published, confirmed}).toEqual({published: [], confirmed: []})
  expect(marks.filter(({suggested}) => !suggested)).toEqual([])
  const of = (type: string) => marks.filter(({_type}) => _type === type)
  return {
    polls,
    /** Whom and what it mentions, each once: type, name, what it is, its other names. */
    entities: [...new Set(of('mention').map(({entity}) => lineOf(entity)))],
    /** Who says what, in the order of the text. */
    quotations: of('quotation').map(({speaker, text}) => [speaker, text]),
    figures: of('figure').map(({text, value}) => [text, value?.value, value?.unit]),
  }
}

function lineOf(entity: Entity | null): string {
  if (!entity) return 'nobody'
  const {_type, name, naming, kind, others} = entity
  return [_type, name, kind ?? naming, ...(others ?? [])].join(' | ')
}

describe('an article that is seeded without a register', {timeout: 60_000}, () => {
  it('may set its quotations in single marks and name the speaker before or after them', async () => {
    const {entities, quotations, figures, polls} = await seeded('ferry')
    expect(entities).toEqual([
      'person | Margaret Orr | fullName | Orr',
      'organisation | Sound Lines Ltd | company',
      'place | Kilbrennan | town',
      'place | Sanda | other',
      'person | Callum Reid | fullName | Reid',
      'organisation | Sanda Residents Association | civilSociety',
    ])
    expect(quotations).toEqual([
      ['Margaret Orr', '‘We were told the boat was finished,’'],
      ['Margaret Orr', '‘Nobody had asked the people who use it.’'],
      ['Callum Reid', '‘We got the numbers wrong, and we are sorry.’'],
      ['Callum Reid', '‘It won’t pay for itself,’'],
      ['Callum Reid', '‘but it was never meant to.’'],
      ['Margaret Orr', '‘I’ll believe it when I am on the pier,’'],
    ])
    expect(figures).toEqual([
      ['eleven meetings', 11, 'meetings'],
      ['About 340 people', 340, 'people'],
      ['62 per cent', 62, 'percent'],
      ['four days', 4, 'days'],
    ])
    expect(polls).toEqual([])
  })

  it('may shorten a body’s name to its letters and carry a quotation over paragraphs', async () => {
    const {entities, quotations, figures, polls} = await seeded('reservoir')
    expect(entities).toEqual([
      'organisation | Dale Valley Water Board | other | DVWB',
      'place | Hollin Reservoir | bodyOfWater',
      'person | Ruth Adeyemi | fullName | Adeyemi',
      'place | Hollin | other',
      'person | Tomas Bellamy | fullName',
    ])
    expect(quotations).toEqual([
      ['Ruth Adeyemi', '“There is no danger to anybody downstream today,”'],
      ['Ruth Adeyemi', '“The wall is sound, and it is watched day and night.'],
      [
        'Ruth Adeyemi',
        '“But we would rather mend it now than wait for a wet spring, and we cannot mend it with nine metres of water on it.”',
      ],
      ['Tomas Bellamy', '“I read it in the paper,”'],
      ['Tomas Bellamy', '“That is no way to treat a neighbour.”'],
    ])
    expect(figures).toEqual([
      ['nine metres', 9, 'metres'],
      ['200 ewes', 200, 'ewes'],
    ])
    expect(polls).toEqual([])
  })

  it('may have two people of one surname, and a poll', async () => {
    const {entities, quotations, figures, polls} = await seeded('mayor')
    expect(entities).toEqual([
      'person | Anna Lindqvist | fullName',
      'person | Peter Lindqvist | fullName',
      'place | Eskby | other',
      'organisation | Harbour Party | politicalParty',
      'organisation | Norrland University | research',
    ])
    expect(quotations).toEqual([
      ['Anna Lindqvist', '“The town has been run from a back room,”'],
      ['Anna Lindqvist', '“I want the lights on.”'],
      ['Peter Lindqvist', '“We still share a boat,”'],
      ['Peter Lindqvist', '“Surveys do not vote,”'],
    ])
    expect(figures).toEqual([
      ['500 people', 500, 'people'],
      ['812 voters', 812, 'voters'],
      ['48 per cent', 48, 'percent'],
      ['41 per cent', 41, 'percent'],
    ])
    expect(polls).toEqual([
      {
        title: 'Poll: Anna Lindqvist',
        pollsterWording: 'Norrland University',
        places: ['Eskby'],
        findings: [
          {topic: 'Anna Lindqvist', stance: 'supported', value: 48},
          {topic: 'her cousin', stance: 'supported', value: 41},
        ],
      },
    ])
  })

  it('may name somebody who had another name before', async () => {
    const {entities, quotations, figures, polls} = await seeded('museum')
    expect(entities).toEqual([
      'organisation | Weyland Art Society | civilSociety',
      'person | Clara Winther | fullName | Clara Stein | Winther',
      'place | Lisbon | other',
      'person | Henrik Sollund | fullName | Sollund',
    ])
    expect(quotations).toEqual([
      ['Clara Winther', '“My grandmother described it to us so often that we knew every tree,”'],
      ['Henrik Sollund', '“We did not look because we did not want to know,”'],
      ['Clara Winther', '“It should hang where people can see it,”'],
    ])
    expect(figures).toEqual([])
    expect(polls).toEqual([])
  })

  it('may know somebody by a codename only', async () => {
    const {entities, quotations, figures, polls} = await seeded('bridge')
    expect(entities).toEqual([
      'unit | 12th Engineer Battalion | battalion',
      'place | Vessel | bodyOfWater',
      'person | Heron | codename',
      'place | Marn | town',
      'person | Irena Vasko | fullName | Vasko | Lieutenant Colonel Irena Vasko',
      'organisation | Ministry of Transport | government',
    ])
    expect(quotations).toEqual([
      ['Heron', '“You stop counting the bolts,”'],
      ['Heron', '“You count the people on the other bank.”'],
      ['Irena Vasko', '“It is ugly and it will hold,”'],
    ])
    expect(figures).toEqual([['1,400 people', 1400, 'people']])
    expect(polls).toEqual([])
  })

  it('may print names in Cyrillic', async () => {
    const {entities, quotations, figures, polls} = await seeded('library')
    expect(entities).toEqual([
      'person | Олена Коваленко | fullName | Коваленко',
      'place | Poltava | other',
      'person | Dmytro Шевчук | fullName | Шевчук',
      'organisation | Danube Book Foundation | civilSociety',
      'place | Vienna | other',
      'place | Europe | other',
      'person | Lukas Hofer | fullName',
    ])
    expect(quotations).toEqual([
      ['Олена Коваленко', '“A shelf is a shelf,”'],
      ['Олена Коваленко', '“Children read by torchlight anyway.”'],
      ['Dmytro Шевчук', '“We ran out of detective stories in a week,”'],
      ['Lukas Hofer', '“It is the best reading room in Europe,”'],
    ])
    expect(figures).toEqual([
      ['nine thousand books', 9000, 'books'],
      ['20 years', 20, 'years'],
      ['a third', 33.3, 'percent'],
      ['600 volumes', 600, 'volumes'],
    ])
    expect(polls).toEqual([])
  })
})
