import nlp from 'compromise/two'

/** What a word is known to be, whatever the article is about. */
export type WordKind =
  | 'firstName'
  | 'surname'
  | 'person'
  | 'name'
  | 'place'
  | 'organisation'
  | 'people'
  | 'role'
  | 'date'
  | 'verb'
  | 'common'

const kindOfTag: Readonly<Record<string, WordKind>> = {
  FirstName: 'firstName',
  MaleName: 'firstName',
  FemaleName: 'firstName',
  LastName: 'surname',
  Person: 'person',
  Place: 'place',
  City: 'place',
  Region: 'place',
  Country: 'place',
  Organization: 'organisation',
  SportsTeam: 'organisation',
  Demonym: 'people',
  Actor: 'role',
  Date: 'date',
  Month: 'date',
  WeekDay: 'date',
  ProperNoun: 'name',
  PresentTense: 'verb',
}

const lexicon = readLexicon()
const dates = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
)
const none: ReadonlySet<WordKind> = new Set()
const dateOnly: ReadonlySet<WordKind> = new Set(['date'])
const kinds = new Map<string, ReadonlySet<WordKind>>()

/** What a word, or a name of several words, is known to be; nothing for what is in no list. */
export function kindsOf(words: string): ReadonlySet<WordKind> {
  const key = plain(words)
  const known = kinds.get(key)
  if (known) return known
  if (dates.has(key)) return dateOnly
  const tags = Object.hasOwn(lexicon, key) ? lexicon[key] : undefined
  if (tags === undefined) return none
  const found = new Set([tags].flat().map((tag) => kindOfTag[tag] ?? 'common'))
  kinds.set(key, found)
  return found
}

/** Whom a given name is given to, where it is one gender only. */
export function givenNameGender(word: string): 'he' | 'she' | undefined {
  const key = plain(word)
  const tags = Object.hasOwn(lexicon, key) ? [lexicon[key] ?? []].flat() : []
  if (tags.includes('MaleName')) return 'he'
  return tags.includes('FemaleName') ? 'she' : undefined
}

function plain(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll(/\p{M}|\./gu, '')
    .replaceAll('\u2019', "'")
    .toLowerCase()
}

/** The library keeps its word list in its model, which has no type of its own. */
function readLexicon(): Readonly<Record<string, string | string[]>> {
  const model: object = nlp.model()
  const one = 'one' in model ? model.one : undefined
  if (!isRecord(one) || !isRecord(one['lexicon'])) {
    throw new Error('compromise has no word list; use the version of package.json.')
  }
  return Object.fromEntries(
    Object.entries(one['lexicon']).flatMap(([key, tags]) => {
      const listed = [tags].flat().filter((tag) => typeof tag === 'string')
      return listed.length > 0 ? [[key, listed]] : []
    }),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
