import {fold} from '../fold.ts'
import {headKind} from './headWords.ts'
import type {NameType, Vote} from './votes.ts'

const movement = /^(?:Church|Order|Party|Front|Brotherhood|Movement)$/

/** What a single word is by the longer names that it is part of: "Quist" by "Ada Quist". */
export function partEvidence(types: ReadonlyMap<string, NameType>): (form: string) => Vote[] {
  const votes = new Map<string, Vote[]>()
  const add = (word: string, vote: Vote) => {
    const key = plain(word)
    votes.set(key, [...(votes.get(key) ?? []), vote])
  }
  for (const [form, {type}] of types) {
    const parts = form.split(' ')
    const [first = ''] = parts
    const last = parts.at(-1) ?? ''
    if (type === 'person') {
      add(last, {type: 'person', weight: 4, rule: 'partOfName'})
      add(first, {type: 'person', weight: 2, rule: 'partOfName'})
    } else if (type === 'organisation' || type === 'unit') {
      add(initials(form), {type, weight: 3, rule: 'acronym'})
      const isNameOnly = parts.slice(1).every((word) => headKind(word) !== undefined)
      if (parts.length < 4) {
        add(first, {type, weight: isNameOnly ? 1.5 : 0.7, rule: 'partOfName'})
        if (!/^(?:of|for|at)$/.test(parts.at(-2) ?? '') || movement.test(first)) {
          add(last, {type, weight: 1, rule: 'partOfName'})
        }
      }
    }
  }
  return (form) => {
    const found = votes.get(plain(form)) ?? []
    const best = new Map<string, Vote>()
    for (const vote of found) {
      const key = vote.type
      if ((best.get(key)?.weight ?? 0) < vote.weight) best.set(key, vote)
    }
    if (best.has('person')) return [...best.values()]
    return [...best.values(), {type: 'person', weight: -0.4, rule: 'partOfName'}]
  }
}

/** The capitals of a name, as its abbreviation has them. */
export function initials(name: string): string {
  return (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('')
}

function plain(form: string): string {
  return fold(form).text.toLowerCase().replaceAll('.', '')
}
