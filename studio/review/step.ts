import type {Suggestion} from './suggestion.ts'

/** What an editor does at once. Each can be taken back as a whole. */
export type Step =
  | {readonly kind: 'confirm'; readonly suggestions: readonly Suggestion[]}
  /** Takes marks off; `isForever` keeps their words from being taken for the same one again. */
  | {
      readonly kind: 'reject'
      readonly suggestions: readonly Suggestion[]
      readonly isForever: boolean
    }
  /** Confirms marks for somebody else than was proposed. */
  | {
      readonly kind: 'choose'
      readonly suggestions: readonly Suggestion[]
      readonly target: string
    }
  /** Some marks mean somebody who has no entry yet: one of the same kind is made for them. */
  | {
      readonly kind: 'split'
      readonly suggestions: readonly Suggestion[]
      readonly name: string
      readonly newId: string
    }
  /** A proposed entry is about somebody who has one already. */
  | {
      readonly kind: 'merge'
      readonly from: string
      readonly into: string
      readonly keepsName: boolean
    }
  /** A proposed entry is about nobody: its words are no name. */
  | {readonly kind: 'dismiss'; readonly entry: Suggestion}

/** What has to be read for a step: some documents, what the desk keeps of stories, and referrers. */
export interface Needs {
  readonly ids: readonly string[]
  readonly stories: readonly string[]
  readonly referredTo: readonly string[]
}

/** The ids, as published, of what a step looks at. */
export function needsOf(step: Step): Needs {
  switch (step.kind) {
    case 'merge':
      return {ids: [step.from, step.into], stories: [], referredTo: [step.from]}
    case 'dismiss': {
      const {key, stories} = step.entry
      return {ids: [key], stories, referredTo: [key]}
    }
    case 'choose':
      return {...needsOfMarks(step.suggestions), ids: [step.target, ...idsOf(step.suggestions)]}
    case 'confirm':
    case 'reject':
    case 'split':
      return needsOfMarks(step.suggestions)
  }
}

function needsOfMarks(suggestions: readonly Suggestion[]): Needs {
  const stories = new Set(suggestions.flatMap((one) => (one.kind === 'entry' ? [] : one.stories)))
  return {ids: idsOf(suggestions), stories: [...stories], referredTo: []}
}

function idsOf(suggestions: readonly Suggestion[]): string[] {
  const targets = suggestions.flatMap(({target}) => target ?? [])
  return [...new Set([...suggestions.flatMap(({stories}) => stories), ...targets])]
}
