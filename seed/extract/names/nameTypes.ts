import type {Candidate} from './candidates.ts'
import {contextEvidence} from './contextEvidence.ts'
import {ownEvidence} from './ownEvidence.ts'
import {partEvidence} from './partEvidence.ts'
import type {NameType} from './votes.ts'
import {decide, strongest} from './votes.ts'
import type {Word} from './words.ts'

/**
 * Types every form once for the whole document, by all that its printings tell. Names of several
 * words come first: a single word may be part of one of them.
 */
export function typeNames(
  candidates: readonly Candidate[],
  words: readonly Word[],
): ReadonlyMap<string, NameType> {
  const byForm = new Map<string, Candidate[]>()
  for (const one of candidates) {
    const printings = byForm.get(one.form)
    if (printings) printings.push(one)
    else byForm.set(one.form, [one])
  }
  const types = new Map<string, NameType>()
  const [long, short] = [
    [...byForm].filter(([, [first]]) => first && first.words.length > 1),
    [...byForm].filter(([, [first]]) => first?.words.length === 1),
  ]
  for (const [form, printings] of long) types.set(form, typeOf(printings, words))
  const partOf = partEvidence(types)
  for (const [form, printings] of short) types.set(form, typeOf(printings, words, partOf(form)))
  return types
}

function typeOf(
  printings: readonly Candidate[],
  words: readonly Word[],
  more: ReturnType<ReturnType<typeof partEvidence>> = [],
): NameType {
  const own = printings.flatMap((one) => ownEvidence(one))
  const around = printings.flatMap((one) => contextEvidence(one, words))
  return decide([...strongest(own), ...strongest(around), ...more])
}
