import {describe, expect, it} from 'vitest'

import {buildStory} from '../../seed/compose/buildStory.ts'
import {slugOf, sortNameOf} from '../../vocabulary/addresses.ts'
import {smallArticle, smallRegister} from './smallStory.ts'
import {ofType} from './bundledStory.ts'

/** The blocks of the small story with other paragraphs, as `[words|marks]`. */
function bodyOf(article: string, register: unknown = smallRegister()): (string | undefined)[] {
  const {documents = [], problems} = buildStory({
    article: {file: 'fog.txt', content: article},
    register: {file: 'register.json', content: JSON.stringify(register)},
  })
  expect(problems).toBe(undefined)
  return ofType(documents, 'article').flatMap(({body}) =>
    body.map(({children}) =>
      children
        ?.map(({text, marks}) => (marks?.length ? `[${text}|${marks.join(' ')}]` : text))
        .join(''),
    ),
  )
}

describe('the text of an article', () => {
  it('marks the words that were found', () => {
    expect(bodyOf(smallArticle)).toEqual([
      '[Ada Quist|p00m0], [50|p00f0], leads the [Harbour Guard|p00m1], a battalion in [Norland|p00m2].',
      'The Guard has [hundreds of members|p01f0]. [“It is late,”|p01q0] [Quist|p01m0] said. A sailor, codename [Fox|p01m1], agreed.',
      'One poll in May by a student found that [60 per cent|p02f0] of voters backed the bridge.',
    ])
  })

  it('cuts spans where a mention or a figure lies inside a quotation', () => {
    const article = `${smallArticle}“In Norland 40 boats sank,” Quist said.\n`
    expect(bodyOf(article).at(-1)).toBe(
      '[“In |p03q0][Norland|p03q0 p03m0][ |p03q0][40 boats|p03q0 p03f0][ sank,”|p03q0] [Quist|p03m1] said.',
    )
  })

  it('leaves no span empty when a paragraph is nothing but a quotation', () => {
    expect(bodyOf(`${smallArticle}“I must go now.”\n`).at(-1)).toBe('[“I must go now.”|p03q0]')
  })
})

describe('readable addresses', () => {
  it.each([
    ['Kastuś Kalinoŭski Regiment', 'kastus-kalinouski-regiment'],
    ['Łódź and Ørsted', 'lodz-and-orsted'],
    ['Ukraine’s armed forces', 'ukraines-armed-forces'],
    ['Кастусь Каліноўскі', 'kastus-kalinouski'],
    ['  The “95th”—Brigade ', 'the-95th-brigade'],
  ])('%s', (name, slug) => {
    expect(slugOf(name)).toEqual({_type: 'slug', current: slug})
  })

  it('are cut at 96 characters, never ending in a hyphen', () => {
    expect(slugOf(`${'x'.repeat(95)} yz`).current).toBe('x'.repeat(95))
  })
})

describe('names for sorting', () => {
  it.each([
    ['Vadim Prokopiev', 'Prokopiev, Vadim'],
    ['Ana María Łoś', 'Los, Ana Maria'],
    ['Mike', 'Mike'],
  ])('%s', (name, sorted) => {
    expect(sortNameOf(name)).toBe(sorted)
  })
})
