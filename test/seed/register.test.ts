import {describe, expect, it} from 'vitest'

import {buildStory} from '../../seed/compose/buildStory.ts'
import {problemLine} from '../../seed/validate/problem.ts'
import {smallArticle, smallRegister} from './smallStory.ts'

/** What is wrong with the small story once a value in its register is set, or taken away. */
function problemsWith(path: string, value?: unknown, article = smallArticle): string[] {
  return problemsOf(JSON.stringify(changed(smallRegister(), path.split('.'), value)), article)
}

function problemsOf(register: string, article = smallArticle): string[] {
  const built = buildStory({
    article: {file: 'fog.txt', content: article},
    register: {file: 'register.json', content: register},
  })
  return (built.problems ?? []).map(problemLine)
}

function changed(
  target: unknown,
  [step = '', ...rest]: readonly string[],
  value: unknown,
): unknown {
  if (Array.isArray(target)) {
    return target.map((item: unknown, index) =>
      String(index) === step ? (rest.length > 0 ? changed(item, rest, value) : value) : item,
    )
  }
  const entries = typeof target === 'object' && target !== null ? Object.entries(target) : []
  const old: unknown = new Map(entries).get(step)
  const next = rest.length > 0 ? changed(old, rest, value) : value
  return Object.fromEntries([...entries.filter(([name]) => name !== step), [step, next]])
}

it('finds nothing wrong with a sound register', () => {
  expect(problemsOf(JSON.stringify(smallRegister()))).toEqual([])
})

describe('the shape of a register', () => {
  it('must be JSON', () => {
    expect(problemsOf('{"article": }')).toEqual([
      `register.json: is not valid JSON: Unexpected token '}', "{"article": }" is not valid JSON`,
    ])
  })

  it.each([
    [
      'entities.0.nickname',
      'Addie',
      'register.json › entities[quist]: unknown key "nickname"; correct the spelling or remove it',
    ],
    [
      'entities.2.type',
      'militia',
      'register.json › entities[guard].type: is no known type; use person, unit, organisation or place',
    ],
    [
      'entities.0.relations.0.type',
      'knows',
      'register.json › entities[quist].relations[0].type: "knows" is not allowed; use founderOf, leads, commandsIn, memberOf, roleIn, partOf, alliedWith, supportedBy, opposes, inspiredBy, targetOf or enabled',
    ],
    [
      'entities.0.name',
      undefined,
      'register.json › entities[quist].name: is missing; add a string',
    ],
    [
      'entities.0.naming',
      undefined,
      'register.json › entities[quist].naming: is missing; use fullName, mononym, codename or unnamed',
    ],
    ['entities.0.name', 7, 'register.json › entities[quist].name: must be a string'],
    [
      'entities.0.name',
      ' ',
      'register.json › entities[quist].name: is empty; write something or remove it',
    ],
    [
      'entities.0.id',
      'person.ada',
      'register.json › entities[quist].id: is no id: write "person-" and ten random letters and digits',
    ],
    [
      'entities.0.relations.0.passages',
      [],
      'register.json › entities[quist].relations[0].passages: needs at least one passage of the article',
    ],
  ])('%s = %j', (path, value, line) => {
    expect(problemsWith(path, value)).toEqual([line])
  })

  it('tells everything that is wrong at once', () => {
    const register = changed(smallRegister(), ['entities', '0', 'naming'], 'shouted')
    expect(problemsOf(JSON.stringify(changed(register, ['polls', '0', 'places'], [])))).toEqual([
      'register.json › entities[quist].naming: "shouted" is not allowed; use fullName, mononym, codename or unnamed',
      'register.json › polls[0].places: needs the place where people were asked',
    ])
  })
})

describe('what a register says about itself', () => {
  it.each([
    [
      'entities.0.relations.0.to',
      'nobody',
      'register.json › entities[quist].relations[0].to: no entity has the key "nobody"; add the entity or correct the key',
    ],
    [
      'entities.0.relations.0.to',
      'quist',
      'register.json › entities[quist].relations[0].to: nobody is related to themselves; name somebody else',
    ],
    [
      'entities.0.relations.0.type',
      'partOf',
      `register.json › entities[quist].relations[0].type: a person can't be the subject of "partOf"; use it on a unit or an organisation`,
    ],
    [
      'entities.0.relations.0.type',
      'inspiredBy',
      `register.json › entities[quist].relations[0].to: "inspiredBy" can't point to a unit; it points to a person`,
    ],
    [
      'entities.0.fightsFor',
      {place: 'guard', passages: ['Ada Quist, 50, leads the Harbour Guard']},
      'register.json › entities[quist].fightsFor.place: "guard" is a unit; name a place',
    ],
    [
      'article.about',
      ['nobody'],
      'register.json › article.about[0]: no entity has the key "nobody"; add the entity or correct the key',
    ],
    [
      'polls.0.places',
      ['sudland'],
      'register.json › polls[0].places[0]: no entity has the key "sudland"; add the entity or correct the key',
    ],
    [
      'entities.1.id',
      'person-0000000001',
      'register.json › entities[fox].id: "person-0000000001" is the id of something else; make a new one',
    ],
    [
      'entities.1.key',
      'guard',
      'register.json › entities[guard].key: another entity has the key "guard"; choose a different one',
    ],
    [
      'entities.1.protection',
      undefined,
      'register.json › entities[fox].protection: is missing; say on what basis the name is withheld',
    ],
    [
      'entities.1.otherNames',
      [{name: 'sailor', kind: 'callSign'}],
      'register.json › entities[fox].otherNames: other names would identify a protected person; remove them',
    ],
    [
      'entities.1.nationalities',
      [{place: 'norland', certainty: 'inferred', passages: ['A sailor, codename Fox']}],
      'register.json › entities[fox].nationalities[0].certainty: nothing may be inferred about a protected person; remove this fact',
    ],
  ])('%s = %j', (path, value, line) => {
    expect(problemsWith(path, value)).toEqual([line])
  })
})

describe('what a register takes from its article', () => {
  const at = 'entities.0.relations.0.passages.0'
  const shown = 'register.json › entities[quist].relations[0].passages[0]:'

  it.each([
    [
      at,
      'Quist rules',
      `${shown} “Quist rules” is not in the article; copy the passage from it word for word`,
    ],
    [
      at,
      '"It is late," quist said',
      `${shown} “"It is late," quist said” is not in the article, which prints ““It is late,” Quist said”; copy that`,
    ],
    [
      at,
      'Quist',
      `${shown} “Quist” stands in paragraphs 1 and 2; quote more words, so that only one of them is meant`,
    ],
    [
      at,
      'Fog over',
      `${shown} “Fog over” stands only in the headline; quote a paragraph of the text`,
    ],
    [
      'entities.2.name',
      'Harbour Watch',
      'register.json › entities[guard].name: “Harbour Watch” is not in the article; use a name that it prints',
    ],
    [
      'entities.2.name',
      'Har',
      'register.json › entities[guard].name: no mention of it was found in the article; check its names',
    ],
    [
      'entities.2.strength',
      [{passages: ['The Guard has']}],
      'register.json › entities[guard].strength[0].passages[0]: “The Guard has” must hold one number, the one that is meant; quote other words',
    ],
    [
      'entities.0.age',
      {passages: ['Ada Quist, 50']},
      'register.json › entities[quist].age: an age needs the time of reporting; add article.reportedDate',
    ],
    [
      'entities.2.kindWording',
      'a brigade',
      'register.json › entities[guard].kindWording: “a brigade” is not in the article; use its own words',
    ],
    [
      'polls.0.pollsterWording',
      'a professor',
      'register.json › polls[0].pollsterWording: “a professor” is not in the article; use its own words',
    ],
    [
      'polls.0.passages.0',
      'Ada Quist, 50',
      'register.json › polls[0].passages: no finding was recognised behind these passages; quote the words that introduce the poll',
    ],
  ])('%s = %j', (path, value, line) => {
    expect(problemsWith(path, value)).toEqual([line])
  })
})

describe('an article', () => {
  const sound = JSON.stringify(smallRegister())

  it.each([
    ['', 'fog.txt: is empty; it needs a headline and a text'],
    ['Fog', 'fog.txt: has a headline and no text; add its paragraphs'],
    [
      'It came at night.',
      'fog.txt: has no headline; its first line must be one, short and without a full stop, unless --title gives it',
    ],
    ['Fog\0', 'fog.txt: is not a text file in UTF-8; save it as plain text'],
  ])('%j', (article, line) => {
    expect(problemsOf(sound, article)).toEqual([line])
  })
})
