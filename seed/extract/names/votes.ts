import type {EntityType} from '../../../vocabulary/entityTypes.ts'
import type {NameRule} from './confidence.ts'

/** A piece of evidence for (or, below zero, against) what a name stands for. */
export interface Vote {
  readonly type: EntityType | 'neither'
  readonly weight: number
  readonly rule: NameRule
}

/** What a name was taken for, and the evidence that decided; `null` for what is none of the four. */
export interface NameType {
  readonly type: EntityType | null
  readonly rule: NameRule
  /** By how much the evidence for it outweighs that for anything else. */
  readonly margin: number
}

const leastWeight = 1.4

/** Adds up the evidence; the strongest single piece of it gives the rule. */
export function decide(votes: readonly Vote[]): NameType {
  const sums = new Map<Vote['type'], {sum: number; best: Vote}>()
  for (const vote of votes) {
    const known = sums.get(vote.type)
    const best = known && known.best.weight >= vote.weight ? known.best : vote
    sums.set(vote.type, {sum: (known?.sum ?? 0) + vote.weight, best})
  }
  const [winner, second] = [...sums].sort((a, b) => b[1].sum - a[1].sum)
  if (!winner || winner[1].sum < leastWeight) return {type: null, rule: 'capitals', margin: 0}
  const [type, {sum, best}] = winner
  const margin = sum - Math.max(0, second?.[1].sum ?? 0)
  return {type: type === 'neither' ? null : type, rule: best.rule, margin}
}

/** Of votes for one type by one rule only the strongest counts, however often it is repeated. */
export function strongest(votes: readonly Vote[]): Vote[] {
  const best = new Map<string, Vote>()
  for (const vote of votes) {
    const key = `${vote.type} ${vote.rule}`
    const known = best.get(key)
    if (!known || Math.abs(known.weight) < Math.abs(vote.weight)) best.set(key, vote)
  }
  return [...best.values()]
}
