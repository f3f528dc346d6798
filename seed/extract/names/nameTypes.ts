import type {EntityType} from '../../../vocabulary/entityTypes.ts'
import {speechVerbs} from '../verbs.ts'
import type {Candidate} from './candidates.ts'
import type {NameRule} from './confidence.ts'
import {headKind, isOrdinal} from './headWords.ts'
import {kindsOf} from './lexicon.ts'
import type {Word} from './words.ts'

/** What a name was taken for, and the evidence that decided; `null` for what is none of the four. */
export interface NameType {
  readonly type: EntityType | null
  readonly rule: NameRule
  readonly weight: number
}

type Vote = readonly [type: EntityType | 'neither', weight: number, rule: NameRule]

/** Types every form once for the whole document, by all that its printings tell. */
export function typeNames(
  candidates: readonly Candidate[],
  words: readonly Word[],
): ReadonlyMap<string, NameType> {
  const byForm = new Map<string, Candidate[]>()
  for (const one of candidates) byForm.set(one.form, [...(byForm.get(one.form) ?? []), one])
  return new Map(
    [...byForm].map(([form, printings]) => [form, decide(votesOf(printings, words))] as const),
  )
}

function votesOf(printings: readonly Candidate[], words: readonly Word[]): Vote[] {
  const [first] = printings
  if (!first) return []
  const around = printings.flatMap((one) => contextVotes(one, words))
  const strongest = new Map<string, Vote>()
  for (const vote of around) {
    const key = `${vote[0]} ${vote[2]}`
    const known = strongest.get(key)
    if (!known || known[1] < vote[1]) strongest.set(key, vote)
  }
  return [...ownVotes(first), ...strongest.values()]
}

function decide(votes: readonly Vote[]): NameType {
  const sums = new Map<Vote[0], {sum: number; best: Vote}>()
  for (const vote of votes) {
    const known = sums.get(vote[0])
    const best = known && known.best[1] >= vote[1] ? known.best : vote
    sums.set(vote[0], {sum: (known?.sum ?? 0) + vote[1], best})
  }
  const [winner] = [...sums].sort((a, b) => b[1].sum - a[1].sum)
  if (!winner || winner[1].sum < 1.5) return {type: null, rule: 'capitals', weight: 0}
  const [type, {sum, best}] = winner
  return {type: type === 'neither' ? null : type, rule: best[2], weight: sum}
}

/** What the words of a name say themselves. */
function ownVotes({words, form, title}: Candidate): Vote[] {
  const votes: Vote[] = []
  const whole = kindsOf(form)
  const last = words.at(-1)
  const first = words[0]
  if (!first || !last) return votes
  const isSingle = words.length === 1
  if (whole.has('place')) votes.push(['place', 4, 'knownPlace'])
  if (whole.has('organisation')) votes.push(['organisation', 4, 'knownOrganisation'])
  if (whole.has('person')) votes.push(['person', 3, 'fullName'])
  const binder = words.findIndex(({isCapital, text}) => !isCapital && /^(?:of|for|on)$/.test(text))
  const head = headKind((binder > 0 ? words[binder - 1] : last)?.text ?? '') ?? headKind(last.text)
  if (head && !isSingle) {
    if (head === 'unit') votes.push(['unit', 5, 'unitHead'])
    else if (head === 'organisation') votes.push(['organisation', 4, 'organisationHead'])
    else if (head === 'place') votes.push(['place', 3.5, 'placeHead'])
    else votes.push(['neither', 4, 'capitals'])
  }
  if (head === undefined && isOrdinal(first.text)) votes.push(['neither', 3, 'capitals'])
  if (!isSingle && !head) {
    const given = kindsOf(first.text)
    const family = kindsOf(last.text)
    if (given.has('firstName')) votes.push(['person', 3, 'fullName'])
    if (family.has('surname')) votes.push(['person', 2, 'surname'])
    if (/^\p{Lu}\.?$/u.test(first.text) || /^\p{Lu}$/u.test(words[1]?.text ?? '')) {
      votes.push(['person', 2, 'initials'])
    }
    const plain = words.filter(({text}) => kindsOf(text).has('common')).length
    if (binder === -1 && words.length <= 4 && plain === 0) votes.push(['person', 1.6, 'capitals'])
    else votes.push(['neither', 1, 'capitals'])
  }
  if (isSingle) {
    if (whole.has('firstName')) votes.push(['person', 1, 'fullName'])
    if (whole.has('surname')) votes.push(['person', 1, 'surname'])
    if (whole.has('people')) votes.push(['neither', 4, 'capitals'])
    if (/^\p{Lu}[\p{Lu}\p{N}&.-]+$/u.test(form) && form.length < 8) {
      votes.push(['organisation', 2, 'acronym'])
    }
  }
  if (title.length > 0) votes.push(['person', 5, 'title'])
  return votes
}

/** What the words around one printing of a name say. */
function contextVotes(candidate: Candidate, words: readonly Word[]): Vote[] {
  const first = candidate.words[0]
  const last = candidate.words.at(-1)
  if (!first || !last) return []
  const votes: Vote[] = []
  const before = words[first.index - 1]
  const after = words[last.index + 1]
  const isTiedBefore = before !== undefined && first.gap === ' '
  const isTiedAfter = after !== undefined && after.gap === ' ' && !last.isPossessive
  if (isTiedBefore && candidate.title.length === 0) {
    const text = before.text.toLowerCase()
    if (/^(?:in|near|at)$/.test(text))
      votes.push(['place', text === 'at' ? 0.8 : 1.6, 'preposition'])
    if (/^(?:from|to|across|outside|inside|around|into)$/.test(text))
      votes.push(['place', 0.8, 'preposition'])
    if (text === 'the') votes.push(['person', -3, 'capitals'], ['organisation', 1, 'capitals'])
    if (!before.isCapital && kindsOf(text).has('role')) votes.push(['person', 2, 'role'])
  }
  if (after && speechVerbs.has(after.text) && isTiedAfter) votes.push(['person', 1.6, 'speaks'])
  if (isTiedBefore && speechVerbs.has(before.text)) votes.push(['person', 1, 'speaks'])
  if (after && /^, $/.test(after.gap) && /^\d{1,2}$/.test(after.text))
    votes.push(['person', 4, 'age'])
  if (after && /^,? $/.test(after.gap) && /^(?:who|whose|whom)$/.test(after.text)) {
    votes.push(['person', 2, 'role'])
  }
  if (after?.gap === ' ' && /^(?:soldiers|fighters|troops)$/.test(after.text)) {
    votes.push(['unit', 3, 'unitHead'])
  }
  return votes
}
