import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import type {SanityClient} from '@sanity/client'

import {openLake, type Lake} from '../../lake/index.ts'
import type {CandidateDocument} from '../../seed/validate/candidateDocument.ts'
import {problemLine} from '../../seed/validate/problem.ts'
import {validateDocuments} from '../../seed/validate/validateDocuments.ts'
import {clientFor} from '../support/testLake.ts'
import {bundledStory} from './bundledStory.ts'

const documents: readonly CandidateDocument[] = bundledStory().documents
const ids = new Set(documents.map(({_id}) => _id))
const documentExists = async (id: string) => ids.has(id)
let lake: Lake
let client: SanityClient

beforeAll(async () => {
  lake = openLake({projectId: 'storygraph', datasets: ['production']})
  client = clientFor((await lake.listen()).url, lake.token)
  const transaction = client.transaction()
  for (const document of documents) transaction.createOrReplace(document)
  await transaction.commit()
})
afterAll(() => lake.close())

/** What the validation says of one document, with all others in the dataset. */
async function verdictOn(document: CandidateDocument) {
  const {errors, warnings} = await validateDocuments([document], {client, documentExists})
  return {errors: errors.map(problemLine), warnings: warnings.map(problemLine)}
}

/** The errors of documents that are validated together. */
async function errorsOf(...candidates: CandidateDocument[]) {
  const {errors} = await validateDocuments(candidates, {client, documentExists})
  return errors.map(problemLine)
}

/** What readers call a document. */
function titleOf(document: CandidateDocument): string {
  return String(Reflect.get(document, 'title') ?? Reflect.get(document, 'name'))
}

const place = {
  _id: 'place-0000000009',
  _type: 'place',
  name: 'Norland',
  slug: {_type: 'slug', current: 'norland'},
  kind: 'country',
}
const unit = {
  _id: 'unit-0000000009',
  _type: 'unit',
  name: 'Harbour Guard',
  slug: {_type: 'slug', current: 'harbour-guard'},
  kind: 'battalion',
}

describe('validating documents', {timeout: 120_000}, () => {
  it('finds no error in the bundled story, and warns of what the article leaves open', async () => {
    const {errors, warnings} = await validateDocuments(documents, {client, documentExists})
    const nameOf = new Map(documents.map((one) => [`${one._type} ${one._id}`, titleOf(one)]))
    expect(errors).toEqual([])
    expect(
      warnings.map(({where, path, message}) => [`${nameOf.get(where)} › ${path}`, message]),
    ).toEqual([
      // The text gives no day on which it appeared, and none is made up.
      [
        'Belarusian dissidents join Ukraine’s fight against Russia › publishedAt',
        'Set the publication time. (custom)',
      ],
      // “His battalion”, “his soldiers”: nowhere does the text say that he commands it.
      [
        'Vadim Prokopiev › relations[r1].certainty',
        'Inferred: confirm or remove before publishing. (custom)',
      ],
      // The text calls Belarus an ally of Russia, and his fortunes bound to the Kremlin; no more.
      [
        'Alexander Lukashenko › relations[r2].certainty',
        'Inferred: confirm or remove before publishing. (custom)',
      ],
      // “An independent Belarusian sociologist” is nobody who could have an entry.
      ['Poll on the war, Belarus, April › pollsterWording', 'Pollster not named. (custom)'],
      // The text says who asked, where, and when; of the rest it says nothing.
      [
        'Poll on the war, Belarus, April › disclosure',
        'Not disclosed: kind of study, sponsor, exact questions, population, sampling, how people were asked, sample size, margin of error, weighting, quality checks, limitations. (custom)',
      ],
    ])
  })

  it('calls a field that the content model does not have an error', async () => {
    expect(await verdictOn({...place, capital: 'Orsa'})).toEqual({
      errors: [
        `place place-0000000009 › capital: Field 'capital' does not exist on type 'place' (object.unknown-field)`,
      ],
      warnings: [],
    })
  })

  it('calls a type that the content model does not have an error', async () => {
    expect(await verdictOn({_id: 'river-1', _type: 'river'})).toEqual({
      errors: [
        `river river-1: Could not find schema type for type 'river', skipping validation (document.unknown-type)`,
      ],
      warnings: [],
    })
  })

  it('tells errors by their path, each once', async () => {
    expect(
      await verdictOn({...place, kind: 'planet', within: {_type: 'reference', _ref: 'x'}}),
    ).toEqual({
      errors: [
        'place place-0000000009 › kind: Value "planet" did not match any allowed values (value.not-allowed)',
        'place place-0000000009 › within: Referenced document must be published (reference.not-published)',
      ],
      warnings: [],
    })
  })

  it('runs rules that look beyond the document', async () => {
    const relation = {
      _key: 'r0',
      _type: 'storyRelation',
      type: 'inspiredBy',
      to: {_type: 'reference', _ref: documents.find(({_type}) => _type === 'unit')?._id},
      certainty: 'stated',
    }
    const {errors} = await verdictOn({...unit, relations: [relation]})
    expect(errors).toEqual([
      'unit unit-0000000009 › relations[r0].type: “inspired by” can’t point to a unit. (custom)',
    ])
  })

  it('refuses an address that another document of the type has', async () => {
    const {errors} = await verdictOn({...place, slug: {_type: 'slug', current: 'ukraine'}})
    expect(errors).toEqual([
      'place place-0000000009 › slug: This address is taken: another page has it. (custom)',
    ])
  })

  it('keeps warnings apart', async () => {
    const standfirst = 'x'.repeat(241)
    const [story] = documents.filter(({_type}) => _type === 'article')
    const {errors, warnings} = await verdictOn({...story, standfirst, _id: 'a', _type: 'article'})
    expect(errors).toEqual([
      'article a › slug: This address is taken: another page has it. (custom)',
    ])
    expect(warnings).toEqual([
      'article a › standfirst: Keep the standfirst under 240 characters. (string.maximum-length)',
      'article a › publishedAt: Set the publication time. (custom)',
    ])
  })
})

describe('what Sanity’s validators pass over', () => {
  const block = {
    _key: 'p00',
    _type: 'block',
    style: 'normal',
    markDefs: [],
    children: [{_key: 'p00s0', _type: 'span', text: 'Fog.', marks: []}],
  }
  const article = {
    _id: 'article-0000000009',
    _type: 'article',
    title: 'Fog',
    slug: {_type: 'slug', current: 'fog'},
    noBylineReason: 'unknown',
    genre: 'news',
    language: 'en',
    body: [block],
  }
  const citation = {
    _key: 'c0',
    _type: 'storyCitation',
    source: 'article',
    article: {_type: 'reference', _ref: article._id, _weak: true},
    blockKey: 'p00',
    passage: 'Fog.',
  }
  const cited = (change: object) => ({
    ...unit,
    nameOrigin: {_type: 'citedText', text: 'fog', citations: [{...citation, ...change}]},
  })

  it('takes a sound article and a sound citation', async () => {
    expect(await errorsOf(article, cited({}))).toEqual([])
  })

  it.each([
    [
      'a passage that its paragraph does not print',
      [article, cited({passage: 'Rain.'})],
      'unit unit-0000000009 › nameOrigin.citations[c0]: the quoted passage is not in that paragraph of the story',
    ],
    [
      'a paragraph that the story does not have',
      [article, cited({blockKey: 'p07'})],
      'unit unit-0000000009 › nameOrigin.citations[c0]: the cited paragraph is not in the story',
    ],
    [
      'a strong reference where the content model has a weak one',
      [article, cited({article: {_type: 'reference', _ref: article._id}})],
      'unit unit-0000000009 › nameOrigin.citations[c0].article: must be a weak reference',
    ],
    [
      'an annotation without words',
      [
        {
          ...article,
          body: [{...block, markDefs: [{_key: 'm', _type: 'link', href: 'https://a.example'}]}],
        },
      ],
      'article article-0000000009 › body[p00]: the annotation “m” marks no words',
    ],
    [
      'a mark without its annotation',
      [
        {
          ...article,
          body: [{...block, children: [{_key: 's', _type: 'span', text: 'Fog.', marks: ['m']}]}],
        },
      ],
      'article article-0000000009 › body[p00]: the mark “m” is not defined',
    ],
    [
      'a key that is used twice',
      [{...article, body: [block, block]}],
      'article article-0000000009 › body[1]: the _key “p00” is used twice in this array',
    ],
    [
      'an annotation of a type that text does not take',
      [
        {
          ...article,
          body: [
            {
              ...block,
              markDefs: [{_key: 'm', _type: 'rumour'}],
              children: [{_key: 's', _type: 'span', text: 'Fog.', marks: ['m']}],
            },
          ],
        },
      ],
      'article article-0000000009 › body[p00].markDefs[m]: “rumour” is no type that this array takes',
    ],
    [
      'an id that is used twice',
      [place, {...place, slug: {_type: 'slug', current: 'norland-2'}}],
      'place place-0000000009 › _id: another document has this id; make a new one',
    ],
  ])('finds %s', async (_, candidates, line) => {
    expect(await errorsOf(...candidates)).toEqual([line])
  })
})
