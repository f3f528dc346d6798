import type {Candidate} from './candidates.ts'
import {contextEvidence} from './contextEvidence.ts'
import {plainName} from './items.ts'
import {ownEvidence} from './ownEvidence.ts'
import {partEvidence} from './partEvidence.ts'
import type {NameType, Vote} from './votes.ts'
import {decide, strongest} from './votes.ts'
import type {Word} from './words.ts'

/** What each printing of a name was taken for. */
export type TypeOf = (candidate: Candidate) => NameType

/**
 * Types every form once for the whole document, by all that its printings tell. Names of several
 * words come first: a single word may be part of one of them. A word that is plainly two things,
 * a town and a person, is told apart printing by printing.
 */
export function typeNames(candidates: readonly Candidate[], words: readonly Word[]): TypeOf {
  const byForm = new Map<string, Candidate[]>()
  for (const one of candidates) {
    const printings = byForm.get(one.form)
    if (printings) printings.push(one)
    else byForm.set(one.form, [one])
  }
  const types = new Map<string, NameType>()
  const split = new Map<Candidate, NameType>()
  const forms = [...byForm]
  for (const [form, printings] of forms.filter(([, [first]]) => (first?.words.length ?? 0) > 1)) {
    types.set(form, typeOf(printings, words))
  }
  const families = new Set(
    [...types].flatMap(([form, {type}]) => (type === 'person' ? [lastWord(form)] : [])),
  )
  for (const [form, printings] of forms) {
    const isOpen = types.get(form)?.type === null && types.get(form)?.margin === 0
    if (isOpen && families.has(lastWord(form)))
      types.set(form, typeOf(printings, words, [ofFamily]))
  }
  const partOf = partEvidence(types)
  for (const [form, printings] of forms.filter(([, [first]]) => first?.words.length === 1)) {
    types.set(form, typeOf(printings, words, partOf(form)))
    for (const [one, type] of toldApart(printings, words)) split.set(one, type)
  }
  return (candidate) => split.get(candidate) ?? types.get(candidate.form) ?? nothing
}

const nothing: NameType = {type: null, rule: 'capitals', margin: 0}

function typeOf(printings: readonly Candidate[], words: readonly Word[], more: Vote[] = []) {
  const own = printings.flatMap((one) => ownEvidence(one))
  const around = printings.flatMap((one) => contextEvidence(one, words))
  return decide([...strongest(own), ...strongest(around), ...more])
}

/** "Bo Quist" where "Ada Quist" is named as well. */
const ofFamily: Vote = {type: 'person', weight: 2, rule: 'surname'}

function lastWord(form: string): string {
  return plainName(form.slice(form.lastIndexOf(' ') + 1))
}

const plainly = 2.5

function toldApart(printings: readonly Candidate[], words: readonly Word[]) {
  const told = printings.map((one) => ({one, type: decide(contextEvidence(one, words))}))
  const sure = told.filter(({type}) => type.margin >= plainly)
  const senses = new Set(sure.map(({type}) => type.type))
  if (!senses.has('person') || !senses.has('place')) return []
  const usual = sure.find(({type}) => type.type === 'person')?.type ?? nothing
  return told.map(({one, type}) => [one, type.type ? type : usual] as const)
}
