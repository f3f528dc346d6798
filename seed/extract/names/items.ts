import type {EntityType} from '../../../vocabulary/entityTypes.ts'
import {fold} from '../fold.ts'
import type {KnownEntity} from '../gazetteer.ts'
import type {Candidate} from './candidates.ts'
import type {NameRule} from './confidence.ts'
import {commonName} from './sameNames.ts'
import {genderOfTitle} from './titles.ts'
import type {NameType} from './votes.ts'

/** One name as one thing: all its printings in a document that differ in marks or accents only. */
export interface Item {
  readonly type: EntityType
  /** The form that is printed first. */
  readonly form: string
  readonly forms: ReadonlySet<string>
  /** The name without accents, capitals, full stops and an opening "the". */
  readonly words: readonly string[]
  readonly printings: readonly Candidate[]
  /** What the titles before the name tell: "Mr", "Dame". */
  readonly genders: ReadonlySet<'he' | 'she'>
  readonly rule: NameRule
  readonly known?: KnownEntity
}

/** A candidate with what it was taken for. */
export interface TypedCandidate {
  readonly candidate: Candidate
  readonly nameType: NameType
  /** Whom the gazetteer gives it to. */
  readonly known?: KnownEntity
}

interface Gathered {
  readonly first: TypedCandidate
  readonly type: EntityType
  readonly forms: Set<string>
  readonly printings: Candidate[]
}

/** Puts the printings of one name together, and all names of a known entity. */
export function gatherItems(typed: readonly TypedCandidate[]): Item[] {
  const items = new Map<string, Gathered>()
  for (const one of typed) {
    const {candidate, nameType, known} = one
    const {type} = nameType
    if (!type) continue
    const name = commonName(plainName(candidate.form))
    const key = known ? `known ${known.entity}` : `${type} ${name}`
    const item = items.get(key)
    if (item) {
      item.forms.add(candidate.form)
      item.printings.push(candidate)
    } else {
      items.set(key, {first: one, type, forms: new Set([candidate.form]), printings: [candidate]})
    }
  }
  return [...items.values()].map(({first, type, forms, printings}) => {
    const {candidate, nameType, known} = first
    const fullest = longest(known?.names ?? [candidate.form])
    return {
      type,
      form: known ? fullest : candidate.form,
      forms,
      words: plainName(fullest).split(' '),
      printings,
      genders: new Set(
        printings.flatMap(({title}) => genderOfTitle(title.map(({text}) => text)) ?? []),
      ),
      rule: nameType.rule,
      ...(known && {known}),
    }
  })
}

function longest(names: readonly string[]): string {
  return names.reduce((best, name) => (name.length > best.length ? name : best), '')
}

/** A name made comparable. */
export function plainName(form: string): string {
  return fold(form)
    .text.toLowerCase()
    .replace(/^the /, '')
    .replaceAll('.', '')
    .replaceAll(/ +/g, ' ')
    .trim()
}
