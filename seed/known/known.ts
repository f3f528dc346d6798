import {entityTypes, type EntityType} from '../../vocabulary/entityTypes.ts'
import {fold} from '../extract/fold.ts'
import type {Gazetteer, KnownEntity} from '../extract/gazetteer.ts'
import type {KnownRecord} from './knownRecord.ts'

/** Everybody and everything that a dataset has an entry for, ready to be recognised in articles. */
export interface Known {
  /** The entries of which a text prints a name, or part of one: few, however large the dataset is. */
  gazetteerFor(text: string): Gazetteer
  /** Whether readers can see a document already; one that is only drafted is referred to weakly. */
  isPublished(id: string): boolean
  /** Whether an entry is only proposed so far. */
  isSuggested(id: string): boolean
  typeOf(id: string): EntityType | undefined
  /** Which document of a type has an address. */
  ownerOf(type: string, address: string): string | undefined
  /** Whether editors said that words are no name at all. */
  isNoName(words: string): boolean
  /** Takes in what was written since, so that the next article of an archive is read with it. */
  add(records: readonly KnownRecord[]): void
}

/** What editors decided about words: that they mean somebody, or do not. */
export interface KnownWords {
  readonly words: string
  /** The entry that the words mean or do not mean; without one they are no name. */
  readonly entity: string | undefined
  readonly isMeant: boolean
}

/** Makes entries, and what editors decided about words, ready for recognition. */
export function knownFrom(
  records: readonly KnownRecord[] = [],
  decided: readonly KnownWords[] = [],
): Known {
  const byId = new Map<string, KnownRecord>()
  const byWord = new Map<string, Set<string>>()
  const owners = new Map<string, string>()
  const meant = Map.groupBy(
    decided.filter(({isMeant}) => isMeant),
    ({entity}) => entity,
  )
  const excluded = Map.groupBy(
    decided.filter(({isMeant}) => !isMeant),
    ({entity}) => entity,
  )
  const noNames = new Set(excluded.get(undefined)?.map(({words}) => words))

  const toKnown = ({id, type, names, isRecognised}: KnownRecord): KnownEntity | undefined => {
    const listed = [...names, ...(meant.get(id)?.map(({words}) => words) ?? [])]
    const notThis = excluded.get(id)?.map(({words}) => words) ?? []
    const own = [...new Set(listed)].filter((name) => !notThis.includes(name))
    if (!isRecognised || !isEntityType(type) || own.length === 0) return undefined
    return {entity: id, type, names: own, ...(notThis.length > 0 && {notThis})}
  }
  const add = (news: readonly KnownRecord[]): void => {
    for (const record of news) {
      byId.set(record.id, record)
      if (record.address) owners.set(`${record.type}/${record.address}`, record.id)
      for (const word of toKnown(record)?.names.flatMap(wordsToFind(record.type)) ?? []) {
        byWord.set(word, (byWord.get(word) ?? new Set()).add(record.id))
      }
    }
  }
  add(records)

  return {
    add,
    gazetteerFor: (text) => {
      const ids = new Set(wordsIn(text).flatMap((word) => [...(byWord.get(word) ?? [])]))
      return [...ids].toSorted().flatMap((id) => {
        const record = byId.get(id)
        const known = record && toKnown(record)
        return known ? [known] : []
      })
    },
    isSuggested: (id) => byId.get(id)?.isSuggested ?? false,
    isPublished: (id) => byId.get(id)?.isPublished ?? false,
    typeOf: (id) => entityTypes.find((type) => type === byId.get(id)?.type),
    ownerOf: (type, address) => owners.get(`${type}/${address}`),
    isNoName: (words) => noNames.has(words),
  }
}

function isEntityType(type: string): type is EntityType {
  return entityTypes.some((one) => one === type)
}

/** A text that means an entry prints the first word of one of its names, or a person's surname. */
function wordsToFind(type: string): (name: string) => string[] {
  return (name) => {
    const words = wordsIn(name)
    return [...words.slice(0, 1), ...(type === 'person' ? words.slice(-1) : [])]
  }
}

/** The different words of a text, marks and accents folded, in small letters. */
function wordsIn(text: string): string[] {
  return [
    ...new Set(
      fold(text)
        .text.toLowerCase()
        .match(/[\p{L}\p{N}]+/gu),
    ),
  ]
}
