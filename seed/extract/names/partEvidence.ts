import {headKind} from './headWords.ts'
import {plainName} from './items.ts'
import type {NameType, Vote} from './votes.ts'

const movement = /^(?:Church|Order|Party|Front|Brotherhood|Movement)$/
const nobody: Vote = {type: 'person', weight: -0.4, rule: 'partOfName'}

/** What a single word is by the longer names that it is part of: "Quist" by "Ada Quist". */
export function partEvidence(types: ReadonlyMap<string, NameType>): (form: string) => Vote[] {
  const best = new Map<string, Map<string, Vote>>()
  const add = (word: string, vote: Vote) => {
    const key = plainName(word)
    const votes = best.get(key) ?? new Map<string, Vote>()
    best.set(key, votes)
    if ((votes.get(vote.type)?.weight ?? 0) < vote.weight) votes.set(vote.type, vote)
  }
  for (const [form, {type}] of types) {
    const parts = form.split(' ')
    const [first = ''] = parts
    const last = parts.at(-1) ?? ''
    if (type === 'person') {
      add(last, {type, weight: 4, rule: 'partOfName'})
      add(first, {type, weight: 2, rule: 'partOfName'})
    } else if (type === 'organisation' || type === 'unit') {
      add(capitalsOf(form), {type, weight: 3, rule: 'acronym'})
      if (parts.length > 3) continue
      const isNameOnly = parts.slice(1).every((word) => headKind(word) !== undefined)
      const isBound = /^(?:of|for|at)$/.test(parts.at(-2) ?? '') && !movement.test(first)
      add(first, {type, weight: isNameOnly ? 1.5 : 0.7, rule: 'partOfName'})
      if (!isBound) add(last, {type, weight: 1, rule: 'partOfName'})
    }
  }
  return (form) => {
    const votes = best.get(plainName(form))
    if (!votes) return [nobody]
    return votes.has('person') ? [...votes.values()] : [...votes.values(), nobody]
  }
}

function capitalsOf(name: string): string {
  return (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('')
}
