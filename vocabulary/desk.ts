import type {Option} from './option.ts'

/** Where a mark in a story, or an entry about somebody, stands between a machine and an editor. */
export const confirmationStates = [
  {value: 'suggested', title: 'Suggested'},
  {value: 'confirmed', title: 'Confirmed'},
  {value: 'changed', title: 'Changed since confirmed'},
] as const satisfies readonly Option[]

export type ConfirmationState = (typeof confirmationStates)[number]['value']

/** What an editor decided about a suggestion. */
export const deskDecisions = [
  {value: 'confirmed', title: 'Confirmed'},
  {value: 'rejected', title: 'Rejected'},
] as const satisfies readonly Option[]

/** How sure the reading of a text is of what it suggests. */
export const confidences = [
  {value: 'high', title: 'High'},
  {value: 'medium', title: 'Medium'},
  {value: 'low', title: 'Low'},
] as const satisfies readonly Option[]

/** What a quotation was checked against. */
export const quotationChecks = [
  {value: 'recording', title: 'The recording'},
  {value: 'notes', title: 'The reporter’s notes'},
  {value: 'speaker', title: 'The speaker confirmed it'},
] as const satisfies readonly Option[]
