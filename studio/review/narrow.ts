import type {Suggestion} from './suggestion.ts'

/** How sure the listed suggestions are: `fairly` is medium or high. */
export const certainties = ['all', 'fairly', 'high', 'low'] as const
export type Certainty = (typeof certainties)[number]

/** What the list is narrowed to; an empty string stands for everything. */
export interface Narrowing {
  readonly story: string
  readonly target: string
  readonly rule: string
  readonly sure: Certainty
}

export const everything: Narrowing = {story: '', target: '', rule: '', sure: 'all'}

const levels: Readonly<Record<Certainty, readonly string[] | undefined>> = {
  all: undefined,
  fairly: ['high', 'medium'],
  high: ['high'],
  low: ['low', ''],
}

/** The suggestions of a list that a choice leaves, in the same order. */
export function narrow(all: readonly Suggestion[], narrowing: Narrowing): Suggestion[] {
  const {story, target, rule, sure} = narrowing
  return all.filter(
    (one) =>
      (story === '' || one.stories.includes(story)) &&
      (target === '' || one.target === target) &&
      (rule === '' || one.rule === rule) &&
      (levels[sure]?.includes(one.confidence) ?? true),
  )
}

/** What a list can be narrowed to by one of its properties, with how many there are, most first. */
export function choicesIn(
  all: readonly Suggestion[],
  valuesOf: (one: Suggestion) => readonly string[],
): {value: string; count: number}[] {
  const counts = new Map<string, number>()
  for (const value of all.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({value, count}))
    .filter(({value}) => value !== '')
    .sort((one, other) => other.count - one.count)
}
