import type {Option} from './option.ts'

/** How much of what was said stands between the quotation marks. */
export const quotationKinds = [
  {value: 'direct', title: 'Direct: whole sentences'},
  {value: 'partial', title: 'Partial: some words of a sentence'},
  {value: 'scare', title: 'Words set apart, nobody is quoted'},
] as const satisfies readonly Option[]

/** What in the text tells the reader who is speaking. */
export const attributionBases = [
  {value: 'name', title: 'The name'},
  {value: 'pronoun', title: 'A pronoun (“he said”)'},
  {value: 'context', title: 'The context'},
  {value: 'collective', title: 'A group (“his recruits said”)'},
  {value: 'unattributed', title: 'Nobody is named'},
] as const satisfies readonly Option[]
