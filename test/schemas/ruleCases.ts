import {momentInWords} from '../../schemas/moment.ts'

/**
 * What breaks a rule: what to change in the object that has the field (`undefined` takes a field
 * out), and the message that must then stand on the field, its level first.
 */
export type Breach = readonly [change: object, says: string, where?: Where]

/** Which document is broken, when the first one with such a field won’t do; what changes in it too. */
export interface Where {
  readonly of?: string
  readonly document?: object
}

const embargo = '2999-01-01T12:00:00Z'
const to = (id: string) => ({_type: 'reference', _ref: id})
const weakly = (id: string) => ({...to(id), _weak: true})
const date = (value: string) => ({_type: 'fuzzyDate', value, basis: 'stated'})
const key = (_key: string, value: object) => ({_key, ...value})
const slug = (current: string) => ({slug: {_type: 'slug', current}})
const variant = (_key: string) => ({_key, _type: 'nameVariant', name: 'Ada', kind: 'spelling'})
const id = (_key: string) => ({_key, _type: 'externalId', scheme: 'wikidata', value: `Q${_key}`})

const protectedPerson = {of: 'person-heron'}
const dateHint = 'Use YYYY, YYYY-MM or YYYY-MM-DD; write XXXX-04 when the year is not given.'
const listed = 'error This spelling is already listed.'
const suggested: Breach[] = [
  [{suggested: true}, 'error 1 suggestion is still to be confirmed or rejected.'],
]
const address = (taken: string): Breach[] => [
  [slug(taken), 'error This address is taken: another page has it.'],
  [slug('Two Words'), 'warning Use lower-case words and hyphens.'],
]
const spellings: Breach[] = [[{alternateNames: [variant('a'), variant('b')]}, listed]]
const schemes: Breach[] = [
  [{externalIds: [id('1'), id('2')]}, 'error There is already an id of this catalogue.'],
]
const backwards = (field: string): Breach[] => [
  [{[field]: date('1900')}, 'error The end is before the start.'],
]
const nowhere: Breach[] = [[{wording: undefined, place: undefined}, 'error Say where.']]
const guessed: Breach[] = [
  [
    {certainty: 'inferred'},
    'error Nothing may be inferred about a protected person: remove this.',
    {document: {naming: 'codename'}},
  ],
]
const https = (field: string): Breach => [
  {[field]: 'http://example.org'},
  'error Use a full https address.',
]
const partOfItself = (self: string): Breach[] => [
  [
    {relations: [key('r', {_type: 'storyRelation', type: 'partOf', to: to(self)})]},
    `error This ${self.split('-')[0]} would be part of itself.`,
  ],
]
const repeated = "error Can't be a duplicate"
const open =
  'error Anyone could read this record: delete it, and make it from the page of its subject.'
const marked = (mark: object) => ({
  _key: 'p00',
  _type: 'block',
  style: 'normal',
  markDefs: [{_key: 'm0', ...mark}],
  children: [{_key: 's', _type: 'span', text: 'Ana', marks: ['m0']}],
})
const share = (_key: string) => ({
  _key,
  _type: 'pollFinding',
  topic: 'the tax',
  stance: 'opposed',
  value: {
    _type: 'measuredValue',
    wording: 'many',
    qualifier: 'exact',
    value: 60,
    unit: 'percent',
  },
  certainty: 'stated',
})
const noTag = (field: string): Breach[] => [[{[field]: 'EN'}, 'error Not a language tag.']]
const twice = [key('a', to('place-norholm')), key('b', to('place-norholm'))]

/** Every rule that asks for more than something to be there, by its field. */
export const breaches: Readonly<Record<string, readonly Breach[]>> = {
  'article.title': [[{title: 'x'.repeat(111)}, 'warning Long headlines are cut on cards.']],
  'article.slug': address('credited'),
  'article.standfirst': [
    [{standfirst: 'x'.repeat(241)}, 'warning Keep the standfirst under 240 characters.'],
  ],
  'article.body': [
    [{body: []}, 'error The story has no text.'],
    [
      {body: [marked({_type: 'mention', entity: to('person-ana'), suggested: true})]},
      'error 1 suggestion is still to be confirmed or rejected.',
    ],
    [
      {body: [marked({_type: 'mention', entity: to('unit-guard')})]},
      'warning 1 marked passage changed since it was confirmed: look at it again.',
    ],
  ],
  'article.noBylineReason': [
    [{noBylineReason: undefined}, 'warning Add a byline, or say why there is none.'],
  ],
  'article.about': [
    [{about: [key('a', to('person-ana')), key('b', to('person-ana'))]}, repeated],
    [
      {about: Array.from({length: 9}, (_, at) => key(`k${at}`, to('person-ana')))},
      'error Name the main subjects only; mentions are found in the text.',
    ],
  ],
  'article.locations': [[{locations: twice}, repeated]],
  'article.language': noTag('language'),
  'article.publishedAt': [[{publishedAt: undefined}, 'warning Set the publication time.']],
  'article.embargoUntil': [
    [
      {embargoUntil: embargo},
      `error Embargoed until ${momentInWords(embargo)}: it can’t be published before.`,
    ],
    [
      {embargoUntil: '2000-01-01T00:00:00Z'},
      'warning The embargo ends before the publication time.',
    ],
  ],
  'article.translationOf': [
    [{translationOf: weakly('article-full')}, 'error A story can’t be a translation of itself.'],
  ],
  'article.relatedArticles': [
    [
      {
        relatedArticles: ['a', 'b'].map((one) =>
          key(one, {_type: 'relatedStory', story: weakly('article-weather'), rel: 'series'}),
        ),
      },
      'error This story is already listed.',
    ],
  ],
  'article.corrections': [
    [{corrections: []}, 'error A published correction stays. Add another one that sets it right.'],
  ],
  'person.naming': [
    [
      {identityProtection: undefined},
      'error Say on what basis the name is withheld.',
      protectedPerson,
    ],
  ],
  'person.slug': address('heron'),
  'person.disambiguation': [
    [{disambiguation: 'x'.repeat(81)}, 'warning Keep the distinction under 80 characters.'],
    [
      {name: 'Heron', disambiguation: undefined},
      'warning Another person has this name: add a short distinction.',
    ],
  ],
  'person.alternateNames': [
    ...spellings,
    [
      {alternateNames: [variant('a')]},
      'error Other names would identify this person.',
      protectedPerson,
    ],
  ],
  'person.image': [
    [
      {image: {_type: 'creditedImage', alt: 'x', credit: 'x'}},
      'error A picture of a protected person needs clearance.',
      protectedPerson,
    ],
  ],
  'person.deathDate': backwards('deathDate'),
  'person.birthPlace': [
    [
      {birthPlace: {_type: 'placeFact', place: to('place-norholm'), certainty: 'stated'}},
      'warning A birthplace may identify this person.',
      protectedPerson,
    ],
  ],
  'person.relations': partOfItself('person-ana'),
  'person.identityProtection': [
    [
      {
        identityProtection: {
          _type: 'identityProtection',
          basis: 'legal',
          publicWording: 'a rower',
        },
      },
      'warning Jigsaw risk: 5 details together may identify this person.',
      {of: 'person-ana', document: {naming: 'codename'}},
    ],
  ],
  'person.sortName': [
    [{sortName: 'Zell'}, 'error Other names would identify this person.', protectedPerson],
  ],
  'person.externalIds': [
    ...schemes,
    [{externalIds: [id('1')]}, 'error An outside id would reveal who this is.', protectedPerson],
  ],
  'person.suggested': suggested,
  'unit.slug': address('other-guard'),
  'unit.kindWording': [[{kindWording: undefined}, 'error Describe the kind of unit.']],
  'unit.alternateNames': spellings,
  'unit.relations': partOfItself('unit-guard'),
  'unit.composition': [[{composition: ['x', 'x']}, repeated]],
  'unit.disbandedOn': backwards('disbandedOn'),
  'unit.externalIds': schemes,
  'unit.suggested': suggested,
  'organisation.slug': address('other-port'),
  'organisation.disambiguation': [
    [{disambiguation: 'x'.repeat(81)}, 'warning Keep the distinction under 80 characters.'],
    [
      {name: 'Other Port', disambiguation: undefined},
      'warning Another organisation has this name: add a short distinction.',
    ],
  ],
  'organisation.alternateNames': spellings,
  'organisation.relations': partOfItself('organisation-port'),
  'organisation.dissolvedOn': backwards('dissolvedOn'),
  'organisation.externalIds': schemes,
  'organisation.suggested': suggested,
  'poll.slug': address('other-poll'),
  'poll.pollsterWording': [[{pollsterEntity: undefined}, 'warning Pollster not named.']],
  'poll.findings': [
    [{findings: []}, 'error Enter at least one finding.'],
    [{findings: [share('a'), share('b')]}, 'error These shares add up to more than 100.'],
  ],
  'poll.fieldEnd': [
    [{fieldStart: date('2002'), fieldEnd: date('2001')}, 'error The end is before the start.'],
  ],
  'poll.places': [
    [{places: []}, 'error Where was the poll taken?'],
    [{places: twice}, repeated],
  ],
  'poll.disclosure': [
    [{fieldStart: undefined, fieldEnd: undefined}, 'warning Not disclosed: dates.'],
  ],
  'poll.sourceUrl': [https('sourceUrl')],
  'poll.citations': [[{citations: []}, 'error Where is this poll reported?']],
  'poll.suggested': suggested,
  'place.slug': address('coast'),
  'place.within': [
    [{within: to('place-norholm')}, 'error Choose a larger place: no place lies in itself.'],
  ],
  'place.alternateNames': spellings,
  'place.externalIds': schemes,
  'place.suggested': suggested,
  'goneAddress.digest': [[{digest: 'rain'}, 'error “Withdraw” writes this; it is no address.']],
  'desk.subject': [[{_id: 'article-notes'}, open]],
  'protectedIdentity.person': [[{_id: 'article-notes'}, open]],
  'protectedIdentity.reviewBy': [[{reviewBy: '2001-01-01'}, 'warning This is due for review.']],
  'quotation.speaker': [
    [{speaker: undefined}, 'error Name the speaker, or mark the quotation as unattributed.'],
  ],
  'quotation.continues': [[{continues: true}, 'error There is nothing to continue.']],
  'quotation.translatedFrom': noTag('translatedFrom'),
  'figure.findingKey': [[{findingKey: 'f9'}, 'error That finding was removed.']],
  'link.href': [https('href')],
  'creditedImage.alt': [[{alt: undefined}, 'error Describe the picture.']],
  'externalId.value': [
    [{value: 'x'}, 'error This is no Wikidata id: they look like Q42.'],
    [{value: 'Q8'}, 'warning Also on: Harbour Guard. Same thing twice?'],
  ],
  'fuzzyDate.value': [[{value: 'May'}, `error ${dateHint}`]],
  'measuredValue.wording': [
    [{wording: '30'}, 'warning The number in these words is another one than in the figures.'],
  ],
  'measuredValue.value': [
    [{qualifier: 'exact', value: undefined}, 'error Give the number in figures.'],
  ],
  'measuredValue.min': [[{min: -1}, 'error A percentage lies between 0 and 100.']],
  'measuredValue.max': [[{max: 1}, 'error The upper end must be larger than the lower end.']],
  'measuredValue.numerator': [
    [{numerator: 1.5}, 'error Must be an integer'],
    [{numerator: -1}, 'error Must be greater than or equal to 0'],
  ],
  'measuredValue.denominator': [
    [{denominator: 1.5}, 'error Must be an integer'],
    [{denominator: 0}, 'error Must be greater than or equal to 1'],
    [{denominator: undefined}, 'error Give both parts of the fraction.'],
  ],
  'nameVariant.name': [[{name: 'Ada'}, 'warning These letters are not Cyrillic.']],
  'nameVariant.language': noTag('language'),
  'personOccupation.to': backwards('to'),
  'personOccupation.certainty': guessed,
  'personResidence.wording': nowhere,
  'personResidence.to': backwards('to'),
  'personResidence.certainty': guessed,
  'placeFact.certainty': guessed,
  'pollDisclosure.questionnaire': [https('questionnaire')],
  'pollDisclosure.sampleSize': [
    [{sampleSize: 0.5}, 'error Give the number of people as a whole number.'],
    [{sampleSize: 0}, 'error Give the number of people as a whole number.'],
  ],
  'pollDisclosure.marginOfError': [
    [{marginOfError: -1}, 'error A margin of error lies between 0 and 50 points.'],
    [{marginOfError: 51}, 'error A margin of error lies between 0 and 50 points.'],
    [{sampling: 'quota'}, 'warning A margin of error says something about a random sample only.'],
  ],
  'pollEmbed.findingKeys': [[{findingKeys: ['f9']}, 'error That finding was removed.']],
  'pollFinding.certainty': guessed,
  'pullQuote.quotationKey': [
    [{quotationKey: 'q9'}, 'warning That quotation is no longer in the text.'],
  ],
  'relatedStory.story': [
    [{story: weakly('article-full')}, 'error Choose another story: this is the one you are in.'],
  ],
  'reportedAge.value': [
    [{value: 1.5}, 'error Check the age.'],
    [{value: -1}, 'error Check the age.'],
    [{value: 121}, 'error Check the age.'],
  ],
  'storyCitation.article': [[{article: undefined}, 'error Choose the story.']],
  'storyCitation.blockKey': [[{blockKey: undefined}, 'error Say which paragraph of the story.']],
  'storyCitation.passage': [
    [{passage: undefined}, 'error Quote the words this rests on.'],
    [{passage: 'Nobody'}, 'warning The quoted passage is no longer in the article.'],
  ],
  'storyCitation.title': [[{title: undefined}, 'error Name the document.']],
  'storyCitation.url': [https('url'), [{url: undefined}, 'error Give the address of the page.']],
  'storyCorrection.before': [
    [{kind: 'safety'}, 'error The old wording would undo this: leave it out.'],
  ],
  'storyCredit.name': [[{name: undefined}, 'error Choose the person, or write the name.']],
  'storyDateline.wording': nowhere,
  'storyRelation.type': [[{type: 'partOf'}, 'error A person can’t be the subject of “part of”.']],
  'storyRelation.to': [
    [{to: to('person-ana')}, 'error Choose somebody else: nobody is related to themselves.'],
  ],
  'storyRelation.role': [[{type: 'roleIn', role: undefined}, 'error Name the role.']],
  'storyRelation.negated': [[{citations: undefined}, 'error A denial needs a source.']],
  'storyRelation.end': backwards('end'),
  'storyRelation.certainty': [
    ...guessed,
    [{certainty: 'inferred'}, 'warning Inferred: confirm or remove before publishing.'],
  ],
  'storySeo.title': [
    [{title: 'x'.repeat(61)}, 'warning Search engines cut headlines at 60 characters.'],
  ],
  'storySeo.description': [
    [{description: 'x'}, 'warning Descriptions work best with 50 to 160 characters.'],
    [{description: 'x'.repeat(161)}, 'warning Descriptions work best with 50 to 160 characters.'],
  ],
  'unitDeployment.wording': nowhere,
  'unitDeployment.to': backwards('to'),
  'unitDeployment.certainty': guessed,
  'unitStrength.certainty': guessed,
}
