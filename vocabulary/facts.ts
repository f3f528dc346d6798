import type {Option} from './option.ts'

/** Whether the story says a fact in so many words, or the newsroom concluded it. */
export const certainties = [
  {value: 'stated', title: 'Stated'},
  {value: 'inferred', title: 'Inferred'},
] as const satisfies readonly Option[]

/** Whether an occupation or a relation still holds in the story. */
export const currencies = [
  {value: 'current', title: 'Current'},
  {value: 'former', title: 'Former'},
  {value: 'unknown', title: 'Not known'},
] as const satisfies readonly Option[]

/** What a citation points to. */
export const citationSources = [
  {value: 'article', title: 'A story'},
  {value: 'document', title: 'A document'},
  {value: 'url', title: 'A web page'},
  {value: 'interview', title: 'An interview'},
] as const satisfies readonly Option[]
