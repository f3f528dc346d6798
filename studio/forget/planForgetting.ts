import type {Action, Mutation} from '@sanity/client'
import {getPublishedId} from 'sanity'

import {isRecord, isText, refOf} from '../../schemas/rules/read.ts'
import {slugOf} from '../../vocabulary/addresses.ts'
import {everyField, memoryId, seedMemoryType} from '../../vocabulary/seedMemory.ts'
import {referencedIds} from '../actions/decisions.ts'
import {mentionsName, namesOf} from './names.ts'
import {type Removal, withoutPerson} from './withoutPerson.ts'

/** A document as the dataset holds it: published, draft or version. */
export interface StoredDocument {
  readonly _id: string
  readonly _type: string
  readonly _rev: string
  readonly [field: string]: unknown
}

/** What to do, and what to tell the editor. */
export interface ForgettingPlan {
  /** The names that must not be found again. */
  readonly words: readonly string[]
  /** Written in one transaction, first. */
  readonly mutations: readonly Mutation[]
  /** Done after that, each with the document’s history. */
  readonly deletions: readonly Action[]
  /** The documents of whose past nothing may be kept. */
  readonly forget: readonly string[]
  /** The documents in which a name still stands afterwards, for an editor to change. */
  readonly remaining: readonly {
    readonly id: string
    readonly type: string
    readonly title: string
  }[]
  /** Pictures that nothing but the person’s entry used: deleted last, once nothing refers to them. */
  readonly pictures: readonly string[]
  /** Pictures of the person that other documents use too. */
  readonly sharedPictures: readonly string[]
}

/** What is kept of an anonymised person: the name that readers see, and why another is withheld. */
export interface Anonymous {
  readonly name: string
  readonly basis: string
}

/** Takes a person’s identity out of a dataset: the entry stays, under another name. */
export function planAnonymising(
  documents: readonly StoredDocument[],
  person: string,
  {name, basis}: Anonymous,
): ForgettingPlan {
  const own = versionsOf(documents, person)
  const kept = {
    name,
    // Which spelling is a codename’s and which a description’s, nobody needs to know.
    naming: 'codename',
    sortName: name,
    slug: slugOf(`${name} ${person.slice(-4)}`),
    identityProtection: {_type: 'identityProtection', basis, publicWording: name},
  }
  const removal = {person, words: namesOf(own), instead: name, isErased: false}
  const companions = documents.filter((one) => isCompanion(one, person))
  const emptied = companions.map((one) => rewrite(one, {subject: one['subject']}))
  const renamed = own.map((one) => rewrite(one, kept))
  const found = picturesOf(documents, own)
  const others = changeOthers(documents, [...own, ...companions, ...found.files], removal)
  return {
    words: removal.words,
    mutations: [...renamed, ...emptied, ...others.mutations, ...closeEntry(person)],
    deletions: [],
    forget: [
      ...idsOf([...own, ...companions]),
      ...found.pictures,
      ...others.ids,
      ...memoryIds(person),
    ],
    remaining: others.remaining,
    pictures: found.pictures,
    sharedPictures: found.sharedPictures,
  }
}

/** Takes a person out of a dataset, with everything recorded about them. */
export function planErasing(
  documents: readonly StoredDocument[],
  person: string,
  instead: string,
): ForgettingPlan {
  const own = versionsOf(documents, person)
  const companions = documents.filter((one) => isCompanion(one, person))
  const removal = {person, words: namesOf(own), instead, isErased: true}
  const gone = [...own, ...companions]
  const found = picturesOf(documents, own)
  const others = changeOthers(documents, [...gone, ...found.files], removal)
  return {
    words: removal.words,
    mutations: [...others.mutations, ...closeEntry(person)],
    deletions: deletionsOf(gone),
    forget: [...idsOf(gone), ...found.pictures, ...others.ids, ...memoryIds(person)],
    remaining: others.remaining,
    pictures: found.pictures,
    sharedPictures: found.sharedPictures,
  }
}

function changeOthers(
  documents: readonly StoredDocument[],
  done: readonly StoredDocument[],
  removal: Removal,
) {
  const mutations: Mutation[] = []
  const ids: string[] = []
  const remaining: ForgettingPlan['remaining'][number][] = []
  const closed = new Map<string, Set<string>>()
  for (const document of documents) {
    if (done.includes(document) || document._type === seedMemoryType) continue
    const next = withoutPerson(document, removal)
    const changed = fieldsIn(document).filter((name) => !same(document[name], next[name]))
    const named = fieldsIn(document).filter((name) => mentionsName(document[name], removal.words))
    if (changed.length > 0) mutations.push(rewrite(document, next))
    // A name that an editor has taken out by now still stands in what was recorded of the document.
    if (named.length > 0 || referencedIds(document).includes(removal.person)) ids.push(document._id)
    if (changed.length > 0 || named.length > 0) {
      const published = getPublishedId(document._id)
      const fields = closed.get(published) ?? new Set()
      closed.set(published, new Set([...fields, ...changed, ...named]))
    }
    if (named.some((name) => mentionsName(next[name], removal.words))) {
      const {_id: id, _type: type} = document
      remaining.push({id, type, title: titleOf(document)})
    }
  }
  for (const [published, fields] of closed) {
    // Desk notes are no seed’s.
    if (published.includes('.')) continue
    mutations.push(...closeFields(published, [...fields].sort()))
    ids.push(...memoryIds(published))
  }
  return {mutations, ids: [...new Set(ids)], remaining}
}

/** The seed never writes these fields again; nor does it know a digest of what stood there. */
function closeFields(published: string, names: readonly string[]): Mutation[] {
  return memoryIds(published).flatMap((id) => [
    {createIfNotExists: {_id: id, _type: seedMemoryType, fields: []}},
    {
      patch: {
        id,
        setIfMissing: {closed: []},
        unset: [
          ...names.map((name) => `fields[_key=="${name}"]`),
          ...names.map((name) => `closed[@=="${name}"]`),
        ],
      },
    },
    {patch: {id, insert: {after: 'closed[-1]', items: [...names]}}},
  ])
}

function closeEntry(published: string): Mutation[] {
  return memoryIds(published).map((_id) => ({
    createOrReplace: {_id, _type: seedMemoryType, fields: [], closed: [everyField]},
  }))
}

function memoryIds(published: string): string[] {
  return [memoryId(published), memoryId(`drafts.${published}`)]
}

/** Sets the fields of a document to exactly these. An edit made meanwhile stops the transaction. */
function rewrite(document: StoredDocument, next: Readonly<Record<string, unknown>>): Mutation {
  const set = Object.entries(next).filter(
    ([name, value]) => !name.startsWith('_') && !same(document[name], value),
  )
  const unset = fieldsIn(document).filter((name) => next[name] === undefined)
  const {_id: id, _rev: ifRevisionID} = document
  return {patch: {id, ifRevisionID, set: Object.fromEntries(set), unset}}
}

function deletionsOf(documents: readonly StoredDocument[]): Action[] {
  const groups = Map.groupBy(documents, ({_id}) => getPublishedId(_id))
  return [...groups].map(([publishedId, versions]) => ({
    actionType: 'sanity.action.document.delete',
    publishedId,
    includeDrafts: versions.map(({_id}) => _id).filter((id) => id !== publishedId),
    purge: true,
  }))
}

/** What the desk alone knows of a person: its notes, and who holds the identity. */
function isCompanion({_type, subject, person: of}: StoredDocument, person: string): boolean {
  return (
    (_type === 'desk' && refOf(subject) === person) ||
    (_type === 'protectedIdentity' && refOf(of) === person)
  )
}

function versionsOf(documents: readonly StoredDocument[], person: string): StoredDocument[] {
  return documents.filter(({_id}) => getPublishedId(_id) === person)
}

/**
 * The pictures of a person’s entry, by whether anything else uses them; `files` are the documents of
 * those that go.
 */
function picturesOf(documents: readonly StoredDocument[], own: readonly StoredDocument[]) {
  const used = own.flatMap(({image}) => (isRecord(image) ? (refOf(image['asset']) ?? []) : []))
  const elsewhere = new Set(
    documents.filter((one) => !own.includes(one)).flatMap((one) => referencedIds(one)),
  )
  const all = [...new Set(used)]
  const pictures = all.filter((id) => !elsewhere.has(id))
  return {
    pictures,
    sharedPictures: all.filter((id) => elsewhere.has(id)),
    files: documents.filter(({_id}) => pictures.includes(_id)),
  }
}

function titleOf({title, name, _type}: StoredDocument): string {
  return [title, name].find(isText) ?? _type
}

function fieldsIn(document: object): string[] {
  return Object.keys(document).filter((name) => !name.startsWith('_'))
}

function idsOf(documents: readonly StoredDocument[]): string[] {
  return documents.map(({_id}) => _id)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
