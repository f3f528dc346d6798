import type {EntityType} from '../../../vocabulary/entityTypes.ts'
import type {Candidate} from './candidates.ts'
import {formOf} from './candidates.ts'
import type {HeadKind} from './headWords.ts'
import {headKind, isOrdinal} from './headWords.ts'
import {kindsOf} from './lexicon.ts'
import {isTitle} from './titles.ts'
import type {Vote} from './votes.ts'

const headVotes: Readonly<Record<HeadKind, readonly Vote[]>> = {
  unit: [{type: 'unit', weight: 5, rule: 'unitHead'}],
  organisation: [{type: 'organisation', weight: 4, rule: 'organisationHead'}],
  place: [{type: 'place', weight: 3.5, rule: 'placeHead'}],
  building: [
    {type: 'place', weight: 2.6, rule: 'placeHead'},
    {type: 'organisation', weight: 1, rule: 'organisationHead'},
  ],
  facility: [
    {type: 'organisation', weight: 3, rule: 'organisationHead'},
    {type: 'place', weight: 2, rule: 'placeHead'},
  ],
  neither: [{type: 'neither', weight: 4, rule: 'capitals'}],
}
const placePrefix =
  /^(?:Lake|Mount|Mt|Fort|Port|Cape|Gulf|Isle|Strait|Bay|North|South|East|West|Northern|Southern|Eastern|Western|Central|Greater|Upper|Lower|New|San|Santa|Saint|St|Los|Las|El|Rio|Costa|Côte)$/
const regions = /^(?:the )?(?:Middle|Far|Near) East$/i
const movements =
  /^(?:Islamic State|Al[- ]Qa[ei]da|Boko Haram|Muslim Brotherhood|Red Cross|Red Crescent)$/i
const bodies =
  /^(?:Congress|Senate|Parliament|Pentagon|Kremlin|Knesset|Bundestag|Duma|Interpol|Hamas|Hezbollah|Taliban)$/
const shortPlaces = /^(?:US|USA|UK|UAE|DPRK|NZ|NSW|DC|NYC|LA)$/
const surnameLike =
  /^(?:Law|Day|Christmas|Woods?|Hill|Park|Fields?|Lake|Rivers|Church|Banks|Rock|Castle|Forest|Lane|Ball|Bridges?|Hall|Shore|Street|House|Court|Price|Marsh|Frost|Guard|West)$/
const familyEnding =
  /\p{Ll}(?:ova?|eva?|enko|sk[iy]|skaya|wicz|vich|shvili|dze|yan|son|sen|ez|poulos|i[\u0107c]|chuk|o[g\u011F]lu|elli|etti|berg|stein|mann|nen)$/u
const companyEnding = /\p{L}(?:news|corp|soft|tech|bank|media|pharma|\.com|\.org|\.net)$/iu
const adjectival = /\p{Ll}(?:ese|ish|[ie]an|ic|lander|ists?|isms?)$/u
const thingPrefix =
  /^(?:Operation|Hurricane|Typhoon|Storm|Cyclone|Project|HMS|USS|Group|Shuttle|Space|Flight|Version|Windows|Class|Level|Grade|Phase|Season|Chapter|Article|Section|Route|Protocol|Booker|Nobel|Pulitzer|Olympic)$/
const nothing =
  /^(?:GMT|UTC|BST|EST|EDT|PST|AM|PM|TV|PC|IT|OK|CEO|CFO|MP|MPs|QC|KC|SC|VIP|IQ|DNA|RNA|AIDS|HIV|COVID|Covid|HTML|PDF|GDP|VAT|PhD|MBA|FAQ|DVD|CD|SUV|ID|PR|HR|AI|VR|UFO|ISBN|Internet|Web|God|Islam|Christianity|Judaism|Buddhism|Hinduism|Bible|Quran|Koran|English|Latin|Arabic|Hebrew|Muslims?|Christians?|Jews?|Jewish|Catholics?|Protestants?|Hindus?|Sikhs?|Buddhists?|Sunnis?|Shias?|Democrats?|Republicans?|Democratic|Conservatives?|Liberals?|Communists?|Nazis?|Socialists?|Christmas|Easter|Ramadan|Eid|Hajj|Umrah|Diwali|Hanukkah|Passover|Lent|West|East|North|South|Western|Eastern|Northern|Southern|Mr|Mrs|Ms|Dr|Sir)$/
const abstract = /\p{Ll}{3}(?:[ts]ion|ment|ness|ship|ism|ity|ics|ways|works|ants|ents|ings)$/u
const site =
  /^(?:Space|Convention|Visitors?|Shopping|Sports|Rocket|Detention|Conference|Exhibition|Leisure|Civic)$/
const acronym = /^\p{Lu}[\p{Lu}\p{N}&.-]*\p{Lu}s?\.?$/u

/** What the words of a name say themselves. */
export function ownEvidence(candidate: Candidate): Vote[] {
  const titled: Vote[] =
    candidate.title.length > 0 ? [{type: 'person', weight: 5, rule: 'title'}] : []
  return [...titled, ...(candidate.words.length === 1 ? ofWord(candidate) : ofWords(candidate))]
}

function ofWord({form, plainWords}: Candidate): Vote[] {
  const hasLowerCase = plainWords > 0
  if (nothing.test(form)) return [vote('neither', 5)]
  const kinds = kindsOf(form)
  if (shortPlaces.test(form.replaceAll('.', ''))) return [vote('place', 5, 'knownPlace')]
  return [
    ...(kinds.has('place') ? [vote('place', 4, 'knownPlace')] : []),
    ...(kinds.has('organisation') ? [vote('organisation', 4, 'knownOrganisation')] : []),
    ...(kinds.has('people') ? [vote('neither', 4)] : []),
    ...(adjectival.test(form) ? [vote('neither', 1.5)] : []),
    ...(companyEnding.test(form) ? [vote('organisation', 2, 'organisationHead')] : []),
    ...(kinds.has('person') ? [vote('person', 1.4, 'surname')] : []),
    ...(kinds.has('firstName') ? [vote('person', 1.8, 'fullName')] : []),
    ...(familyEnding.test(form) ? [vote('person', 0.8, 'surname')] : []),
    ...(bodies.test(form) ? [vote('organisation', 4, 'knownOrganisation')] : []),
    ...(headKind(form) === 'organisation' ? [vote('organisation', 1, 'organisationHead')] : []),
    ...(hasLowerCase && !headKind(form) ? [vote('neither', 1.5)] : []),
    ...(/^[RDI]-\p{Lu}/u.test(form) ? [vote('neither', 5)] : []),
    ...(kinds.has('surname') ? [vote('person', 1, 'surname')] : []),
    ...(isTitle(form) ? [vote('neither', 3)] : []),
    ...(kinds.has('role') || kinds.has('common') ? [vote('neither', 1)] : []),
    ...(isAcronym(form) &&
    (form.length < 4 || (!hasLowerCase && !kinds.has('common'))) &&
    !kinds.has('place')
      ? [vote('organisation', 2, 'acronym')]
      : []),
    ...(/\p{N}/u.test(form) ? [vote('neither', 2)] : []),
  ]
}

/** Long words in capitals are shouted, not abbreviated. */
function isAcronym(form: string): boolean {
  return acronym.test(form) && form.replaceAll('.', '').length < 7
}

function ofWords(candidate: Candidate): Vote[] {
  const {words, form} = candidate
  const whole = kindsOf(form)
  if (words.at(-1)?.text === 'City' && kindsOf(form.slice(0, -5)).has('place')) {
    return [vote('place', 5, 'knownPlace')]
  }
  if (movements.test(form)) return [vote('organisation', 5, 'knownOrganisation')]
  if (regions.test(form) || whole.has('place')) return [vote('place', 5, 'knownPlace')]
  if (whole.has('organisation')) return [vote('organisation', 5, 'knownOrganisation')]
  if (whole.has('person')) return [vote('person', 5, 'fullName')]
  const [first] = words
  const last = words.at(-1)
  if (first && thingPrefix.test(first.text)) return [vote('neither', 4)]
  if (
    first &&
    last &&
    placePrefix.test(first.text) &&
    (kindsOf(last.text).has('people') || adjectival.test(last.text))
  ) {
    return [vote('neither', 5)]
  }
  const head = siteOf(words) ?? headOf(candidateWords(words))
  const isSurname = words.length < 4 && surnameLike.test(last?.text ?? '')
  if (head && isSurname && kindsOf(first?.text ?? '').has('firstName')) {
    return [vote('person', 3, 'fullName'), vote('place', 1.5, 'placeHead')]
  }
  if (head) return [...headVotes[head]]
  return [...asPerson(candidate), ...asPlace(words), ...asOrganisation(words)]
}

/** "Convention Centre", "Mexico City": the word before tells what the head is. */
function siteOf(words: Candidate['words']): HeadKind | undefined {
  const last = words.at(-1)?.text ?? ''
  const before = words.at(-2)?.text ?? ''
  return /^(?:Cent(?:er|re)|Complex)$/.test(last) && site.test(before) ? 'building' : undefined
}

function candidateWords(words: Candidate['words']): string[] {
  return words.map(({text}) => text)
}

/** The word before "of" heads a name, or else the last one: "*Bank* of Norland". */
function headOf(words: readonly string[]): HeadKind | undefined {
  const binder = words.findIndex((text) => /^(?:of|for|on|against)$/.test(text))
  const bound = binder > 0 ? headKind(words[binder - 1] ?? '') : undefined
  return bound ?? headKind(words.at(-1) ?? '')
}

function asPerson({words, form: printed, plainWords}: Candidate): Vote[] {
  const texts = candidateWords(words)
  const [first = '', second = ''] = texts
  const last = texts.at(-1) ?? ''
  if (/ & /.test(printed)) return [vote('organisation', 3, 'organisationHead')]
  const isBound = texts.some((text) => /^(?:of|for|on|and|the|in|to)$/.test(text))
  if (isBound || words.length > 5) return [vote('neither', 1)]
  if (/\p{N}/u.test(form(texts)) || acronym.test(last) || isOrdinal(first))
    return [vote('neither', 1.5)]
  const given = kindsOf(first)
  const family = kindsOf(last)
  const isGiven = given.has('firstName')
  const plain = Math.max(plainWords, texts.filter((text) => isPlain(text)).length)
  return [
    ...(isGiven ? [vote('person', 3, 'fullName')] : []),
    ...(family.has('surname') ? [vote('person', 2, 'surname')] : []),
    ...(/^\p{Lu}\.?$/u.test(second) || /^(?:\p{Lu}\.)+\p{Lu}?$|^\p{Lu}{1,2}$/u.test(first)
      ? [vote('person', 2, 'initials')]
      : []),
    ...(plain === 0 ? [vote('person', 1.6, 'capitals')] : [vote('neither', plain * 1.2)]),
  ]
}

function isPlain(text: string): boolean {
  const kinds = kindsOf(text)
  if (abstract.test(text) && kinds.size === 0) return true
  return kinds.has('common') && !kinds.has('firstName') && !kinds.has('surname')
}

function asPlace(words: Candidate['words']): Vote[] {
  const [first, second] = words
  const last = words.at(-1)
  if (first && second && placePrefix.test(first.text)) {
    const rest = formOf(words.slice(1))
    const isKnown = kindsOf(rest).has('place') || shortPlaces.test(rest.replaceAll('.', ''))
    return isKnown ? [vote('place', 4, 'knownPlace')] : [vote('place', 2, 'placeHead')]
  }
  return last && /^(?:North|South|East|West)$/.test(last.text)
    ? [vote('place', 2.5, 'placeHead')]
    : []
}

/** "Environment Canada", "Toronto Star": a place in the name of something that is none. */
function asOrganisation(words: Candidate['words']): Vote[] {
  const first = kindsOf(words[0]?.text ?? '')
  const last = kindsOf(words.at(-1)?.text ?? '')
  const acronymous = words.some(({text}) => acronym.test(text) && text.length > 2)
  return [
    ...(last.has('place') && !first.has('firstName')
      ? [vote('organisation', 2, 'organisationHead'), vote('person', -1.6)]
      : []),
    ...((first.has('place') && !first.has('firstName')) || first.has('people')
      ? [vote('organisation', 1.5, 'organisationHead'), vote('person', -1.6)]
      : []),
    ...(acronymous ? [vote('organisation', 1.5, 'acronym')] : []),
  ]
}

function form(texts: readonly string[]): string {
  return texts.join(' ')
}

function vote(type: EntityType | 'neither', weight: number, rule: Vote['rule'] = 'capitals'): Vote {
  return {type, weight, rule}
}
