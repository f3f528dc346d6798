import {createSchema} from 'sanity'
import {describe, expect, it} from 'vitest'

import {
  confidentialTypes,
  documentTypes,
  objectTypes,
  recordTypes,
  schemaTypes,
} from '../../schemas/index.ts'
import {isRecord} from '../../schemas/rules/read.ts'
import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {relationTitle, relationTypes} from '../../vocabulary/relationTypes.ts'
import {fieldsBelow, list, nameOf} from './walk.ts'

const everyField = schemaTypes.flatMap((type) => fieldsBelow(type, type.name))
const confidentialNames = new Set<string>(confidentialTypes.map((type) => type.name))
const publicTypes = schemaTypes.filter(
  ({name}) => !confidentialNames.has(name) && !name.startsWith('desk'),
)
const documentNames = documentTypes.map((type) => type.name)

describe('the content model', () => {
  it('compiles without a problem', () => {
    const {_validation: groups = []} = createSchema({name: 'default', types: schemaTypes})
    expect(groups.flatMap((group) => group.problems)).toEqual([])
  })

  it('consists of the five documents of the newsroom, places, and what readers can’t see', () => {
    expect(documentNames).toEqual(['article', 'person', 'unit', 'organisation', 'poll', 'place'])
    expect([...confidentialNames]).toEqual(['desk', 'protectedIdentity'])
    expect(recordTypes.map((type) => type.name)).toEqual(['goneAddress'])
  })

  it('keeps confidential records out of global search, and pictures and files out of them', () => {
    expect(confidentialTypes.map((type) => type.__experimental_omnisearch_visibility)).toEqual([
      false,
      false,
    ])
    const kinds = schemaTypes
      .filter((type) => !publicTypes.includes(type))
      .flatMap((type) => fieldsBelow(type, type.name))
      .flatMap(({definition}) => [definition, ...list(definition['of'])])
      .map(({type}) => type)
    expect(kinds.length).toBeGreaterThan(20)
    expect(kinds.filter((kind) => /image|file/i.test(String(kind)))).toEqual([])
  })

  it('gives shared objects names of two words, which no other Studio is likely to use', () => {
    expect(
      objectTypes.map((type) => type.name).filter((name) => !/^[a-z]+[A-Z]/.test(name)),
    ).toEqual([])
  })

  it('offers no list with the same choice twice', () => {
    const choices = everyField.flatMap(({path, definition}) => {
      const options = isRecord(definition['options']) ? list(definition['options']['list']) : []
      return options.map((option) => `${path}: ${String(option['value'])}`)
    })
    expect(choices.length).toBeGreaterThan(50)
    expect(choices).toEqual([...new Set(choices)])
  })

  it('shows an anonymous reader these attributes and no others', () => {
    const attributes = publicTypes.map((type) => {
      const below = fieldsBelow(type, '').map(({path}) => path.replace(/^\./, ''))
      return `${type.name}: ${below.join(' ')}`
    })
    expect(attributes.join('\n')).toMatchInlineSnapshot(`
      "article: title slug standfirst leadImage body bylines noBylineReason genre about locations dateline language publishedAt embargoUntil reportedDate translationOf relatedArticles corrections withdrawal seo
      person: name naming slug disambiguation alternateNames summary image occupations ageAsReported birthDate deathDate birthPlace nationalities residences relations fightsFor identityProtection sortName externalIds suggested
      unit: name slug kind kindWording alternateNames fightsFor deployments strength aims relations compositionNationalities composition nameOrigin formedOn disbandedOn externalIds suggested
      organisation: name naming slug kind disambiguation alternateNames country location purpose relations metonymFor isStateBody foundedOn dissolvedOn externalIds suggested
      poll: title slug pollsterWording pollsterEntity findings fieldStart fieldEnd places disclosure publishedOn sourceUrl citations suggested
      place: name slug kind within alternateNames geopoint externalIds suggested
      goneAddress: digest date
      articleBody: <mention>.entity <mention>.suggested <quotation>.speaker <quotation>.basis <quotation>.kind <quotation>.continues <quotation>.cue <quotation>.nested <quotation>.translatedFrom <quotation>.suggested <figure>.value <figure>.attributedTo <figure>.poll <figure>.findingKey <figure>.suggested <link>.href
      citedText: text citations
      creditedImage: alt decorative caption credit
      externalId: scheme value
      factBox: title text
      fuzzyDate: value wording basis
      identityProtection: basis publicWording citations
      measuredValue: wording qualifier value unit min max numerator denominator
      nameVariant: name kind language
      nestedQuotation: text saidBy
      personOccupation: title status from to certainty citations
      personResidence: place wording kind reason from to certainty citations
      placeFact: place certainty citations
      pollDisclosure: sponsor strategy questionnaire population sampling mode sampleSize marginOfError weighting dataQuality limitations
      pollEmbed: poll findingKeys
      pollFinding: topic question questionVerbatim stance base value framing certainty citations
      pullQuote: quotationKey
      relatedStory: story rel
      reportedAge: value asOf citations
      storyCitation: source article blockKey passage title url accessedOn
      storyCorrection: date kind text before after blockKey
      storyCredit: role person name
      storyDateline: place wording
      storyRelation: type to role status negated start end certainty citations
      storySeo: title description image noIndex
      storyWithdrawal: date notice
      unitDeployment: place wording status from to certainty citations
      unitStrength: value asOf certainty citations"
    `)
  })
})

describe.each([...documentTypes, ...confidentialTypes])('the form of $name', (type) => {
  const groups = list(type.groups)
  const fields = list(type.fields)

  it('opens on a tab of at most seven fields, and every field stands on a tab', () => {
    const [first, ...others] = groups.filter((group) => group['default'] === true)
    expect(others).toEqual([])
    const onFirst = fields.filter((field) => field['group'] === first?.['name'])
    expect(onFirst.length).toBeGreaterThan(0)
    expect(onFirst.length).toBeLessThan(8)
    const tabs = groups.map(nameOf)
    expect(fields.filter((field) => !tabs.includes(String(field['group'])))).toEqual([])
    expect(tabs.filter((tab) => !fields.some((field) => field['group'] === tab))).toEqual([])
  })

  it('can be sorted by what it has', () => {
    const known = new Set([...fields.map(nameOf), '_id', '_createdAt', '_updatedAt'])
    const used = list(type.orderings).flatMap((ordering) => list(ordering['by']))
    expect(used.length).toBeGreaterThan(1)
    expect(used.filter(({field}) => !known.has(String(field)))).toEqual([])
  })
})

describe.each(schemaTypes.filter((type) => type.type !== 'array'))(
  'the preview of $name',
  (type) => {
    it.each([
      ['with nothing filled in', undefined],
      ['with everything emptied', null],
      ['with blank strings', ' '],
    ])('has a title and no “undefined” %s', (_, value) => {
      const preview: unknown = Reflect.get(type, 'preview')
      const select = isRecord(preview) && isRecord(preview['select']) ? preview['select'] : {}
      const selection = Object.fromEntries(Object.keys(select).map((key) => [key, value]))
      const prepare = isRecord(preview) ? preview['prepare'] : undefined
      const shown: unknown = typeof prepare === 'function' ? prepare(selection) : undefined
      const {title, subtitle = ''} = isRecord(shown) ? shown : {}
      expect(title).toEqual(expect.stringMatching(/\S/))
      expect(`${String(title)} ${String(subtitle)}`).not.toMatch(/undefined|null|\[object/)
    })

    it('has an icon', () => {
      expect(['function', 'object']).toContain(typeof Reflect.get(type, 'icon'))
    })
  },
)

describe('the relation vocabulary', () => {
  it('reads differently from both sides, unless it is the same both ways', () => {
    const same = relationTypes.filter((type) => type.title === type.inverseTitle)
    expect(same.map((type) => type.value)).toEqual(['alliedWith'])
    expect(new Set(relationTypes.map((type) => type.value)).size).toBe(relationTypes.length)
  })

  it('reads as a sentence in all four ways, which no two types share', () => {
    const readings = relationTypes.flatMap(({value}) => [
      `${relationTitle(value)}; ${relationTitle(value, {negated: true})}`,
      `${relationTitle(value, {inverse: true})}; ${relationTitle(value, {inverse: true, negated: true})}`,
    ])
    expect(readings).toContain('belongs to; does not belong to')
    expect(readings).toContain('has as a member; does not have as a member')
    expect(readings.every((reading) => / (?:not|no) |; (?:not|no) /.test(reading))).toBe(true)
    expect(new Set(readings).size).toBe(2 * relationTypes.length - 1)
    expect(relationTitle('unheard of')).toBe(undefined)
  })

  it('never starts at a place', () => {
    const sides = relationTypes.flatMap((type): readonly string[] => type.from)
    expect([...new Set(sides)].sort()).toEqual(['organisation', 'person', 'unit'])
    const objects = relationTypes.flatMap((type): readonly string[] => type.to)
    expect([...new Set(objects)].sort()).toEqual([...entityTypes].sort())
  })
})
