import type {Option} from './option.ts'

/** Where those a finding counts stand on its topic. */
export const stances = [
  {value: 'supported', title: 'Supported'},
  {value: 'opposed', title: 'Opposed'},
  {value: 'approved', title: 'Approved'},
  {value: 'disapproved', title: 'Disapproved'},
  {value: 'other', title: 'Something else'},
] as const satisfies readonly Option[]
