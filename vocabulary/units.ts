import type {Option} from './option.ts'

/** What an armed unit is called by the story. */
export const unitKinds = [
  {value: 'squad', title: 'Squad'},
  {value: 'platoon', title: 'Platoon'},
  {value: 'company', title: 'Company'},
  {value: 'battalion', title: 'Battalion'},
  {value: 'regiment', title: 'Regiment'},
  {value: 'brigade', title: 'Brigade'},
  {value: 'division', title: 'Division'},
  {value: 'legion', title: 'Legion'},
  {value: 'other', title: 'Other'},
] as const satisfies readonly Option[]

/** Whether a unit is where it was sent. */
export const deploymentStates = [
  {value: 'active', title: 'Under way'},
  {value: 'past', title: 'Over'},
  {value: 'planned', title: 'Planned'},
] as const satisfies readonly Option[]
