import type {z} from 'zod'

import {slugOf} from '../../vocabulary/addresses.ts'
import type {FoundEntity} from '../extract/entities.ts'
import type {Extraction} from '../extract/extract.ts'
import {fold} from '../extract/fold.ts'
import type {Gazetteer} from '../extract/gazetteer.ts'
import type {Known} from '../known/known.ts'
import type {NewId} from './derivedIds.ts'
import {draftPolls} from './draftPolls.ts'
import {organisationKind, placeKind, unitKind} from './kindsInNames.ts'
import {protectionInText} from './protectionInText.ts'
import type {registerSchema} from './registerSchema.ts'

/** A register as it is written to a file: what every entry has anyway is left out. */
export type RegisterFile = z.input<typeof registerSchema>

type Entry = RegisterFile['entities'][number]
type KnownEntry = NonNullable<RegisterFile['known']>[number]

/** What a register is drafted from. */
export interface DraftSource {
  readonly article: Extraction
  /** The known names that the article was read with. */
  readonly gazetteer: Gazetteer
  readonly articleId: string
  readonly language: string
  readonly known: Known
  readonly newId: NewId
}

/** A register that nobody has looked at yet. */
export interface DraftedRegister {
  readonly register: RegisterFile
  /** What each entity of the reading is. Words that editors said are no name have nothing. */
  readonly matches: ReadonlyMap<string, Match>
}

/** The document that an entity is, or will be, and those that it could be instead. */
export interface Match {
  readonly id: string
  readonly candidates: readonly string[]
  /** Whether a bare surname is all that there is: the document is one of several that it may mean. */
  readonly isOpen?: true
}

/**
 * Writes down what a reading found, as editors would: who is new and under which names, who is
 * known, and the polls. Nothing is put in that the text does not say.
 */
export function draftRegister(source: DraftSource): DraftedRegister {
  const {article, gazetteer, articleId, language, known, newId} = source
  const takeKey = oneOfEach()
  const takeSlug = freeSlugs(known)
  const matches = new Map<string, Match>()
  const keys = new Map<string, string>()
  const entities: Entry[] = []
  const references: KnownEntry[] = []
  for (const found of article.entities) {
    if (known.isNoName(found.name) || isBareSurname(found)) continue
    const own = newId(found.type, found.name)
    const candidates = found.known ? namesakes(found, gazetteer) : found.candidates
    const isOwn = !found.known || candidates.includes(own) || candidates.length > 1
    const key = takeKey(slugOf(found.name).current || found.type)
    const id = isOwn ? own : found.entity
    matches.set(found.entity, {id, candidates: candidates.filter((one) => one !== id)})
    keys.set(found.entity, key)
    if (isOwn) {
      entities.push(entry(article, found, {key, id: own, ...takeSlug(found.type, found.name, own)}))
    } else references.push(knownEntry(found, key))
  }
  const bearers = new Map(gazetteer.map((one) => [one.entity, one]))
  const idOf = (one: string) => (bearers.has(one) ? one : (matches.get(one)?.id ?? one))
  for (const [entity, match] of matches) {
    matches.set(entity, {...match, candidates: match.candidates.map(idOf)})
  }
  for (const found of article.entities.filter((one) => isBareSurname(one))) {
    const [id, ...candidates] = found.candidates.map(idOf)
    if (id === undefined || known.isNoName(found.name)) continue
    matches.set(found.entity, {id, candidates, isOpen: true})
    const bearer = bearers.get(id)
    if (!bearer || entities.some((one) => one.id === id)) continue
    const listed = references.find((one) => one.id === id)
    if (listed) listed.otherNames = [...new Set([...(listed.otherNames ?? []), found.name])]
    else {
      const name = bearer.names[0] ?? found.name
      const key = takeKey(slugOf(name).current || bearer.type)
      references.push({type: bearer.type, id, key, name, otherNames: [found.name]})
    }
  }
  const title = article.title ? article.text.slice(article.title.start, article.title.end) : ''
  const polls = draftPolls(article).flatMap(({place, title: name, ...poll}) => {
    const key = keys.get(place)
    const id = newId('poll', poll.passages.join('\n'))
    if (key === undefined) return []
    return [{id, title: name, ...takeSlug('poll', name, id), ...poll, places: [key]}]
  })
  const register: RegisterFile = {
    article: {id: articleId, ...takeSlug('article', title, articleId), language, genre: 'news'},
    entities,
    ...(references.length > 0 && {known: references}),
    ...(polls.length > 0 && {polls}),
  }
  return {register, matches}
}

/**
 * A surname that fits people whom the text or the newsroom knows, without telling which of them:
 * nobody new is made of it.
 */
function isBareSurname({type, name, known, codename, candidates}: FoundEntity): boolean {
  return type === 'person' && !known && !codename && !/\s/u.test(name) && candidates.length > 0
}

/**
 * Those who bear the name that the article prints, whoever was taken for it. Where there are
 * several, none of them is meant for certain.
 */
function namesakes({type, name}: FoundEntity, gazetteer: Gazetteer): string[] {
  const wanted = fold(name).text
  return gazetteer
    .filter((one) => one.type === type && one.names.some((own) => fold(own).text === wanted))
    .map(({entity}) => entity)
}

interface Common {
  readonly key: string
  readonly id: string
  readonly slug?: string
}

function entry(article: Extraction, found: FoundEntity, common: Common): Entry {
  const {type, name} = found
  const named = {...common, name, ...otherNames(found)}
  if (type === 'person') return {type, ...named, ...personNaming(article, found)}
  if (type === 'unit') {
    const kind = unitKind(name)
    return {type, ...named, kind, ...(kind === 'other' && {kindWording: lastWord(name)})}
  }
  if (type === 'organisation') {
    const naming = /^[\p{Lu}\p{N}]/u.test(name) ? 'named' : 'described'
    return {type, ...named, naming, kind: organisationKind(name)}
  }
  return {type, ...named, kind: placeKind(name, article.text)}
}

/** Other names of somebody who is protected would say who it is. */
function otherNames({names, codename}: FoundEntity) {
  return names.length === 0 || codename ? {} : {otherNames: [...names]}
}

/** A name that the text itself calls a codename is one, whatever it was taken for. */
function personNaming(article: Extraction, found: FoundEntity) {
  if (/\s/.test(found.name) && !found.codename) return {naming: 'fullName' as const}
  const protection = protectionInText(article, found)
  if (protection) return {naming: 'codename' as const, otherNames: [], protection}
  return {naming: 'mononym' as const}
}

function knownEntry({entity, type, name, names}: FoundEntity, key: string): KnownEntry {
  const others = names.map((other) => other.name)
  return {type, id: entity, key, name, ...(others.length > 0 && {otherNames: others})}
}

/** Addresses that nobody else has; a second one of a name ends in a part of its id. */
function freeSlugs(known: Known) {
  const taken = new Map<string, string>()
  return (type: string, name: string, id: string): {slug?: string} => {
    const slug = slugOf(name).current
    const place = `${type}/${slug}`
    const owner = known.ownerOf(type, slug) ?? taken.get(place) ?? id
    taken.set(place, owner)
    if (slug !== '' && owner === id) return {}
    return {slug: [slug.slice(0, 90), id.slice(-4)].filter(Boolean).join('-')}
  }
}

function oneOfEach(): (key: string) => string {
  const seen = new Map<string, number>()
  return (key) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}-${count}`
  }
}

function lastWord(name: string): string {
  return name.split(/\s+/).at(-1) ?? name
}
