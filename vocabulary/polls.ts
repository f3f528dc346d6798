import type {Option} from './option.ts'

/** Where those a finding counts stand on its topic. */
export const stances = [
  {value: 'supported', title: 'Supported'},
  {value: 'opposed', title: 'Opposed'},
  {value: 'approved', title: 'Approved'},
  {value: 'disapproved', title: 'Disapproved'},
  {value: 'other', title: 'Something else'},
] as const satisfies readonly Option[]

/** How those who were asked were found. */
export const pollSamplings = [
  {value: 'random', title: 'Random sample'},
  {value: 'quota', title: 'Quota sample'},
  {value: 'optIn', title: 'Opt-in panel'},
  {value: 'other', title: 'Another way'},
] as const satisfies readonly Option[]

/** How people were asked. */
export const pollModes = [
  {value: 'phone', title: 'By phone'},
  {value: 'online', title: 'Online'},
  {value: 'faceToFace', title: 'Face to face'},
  {value: 'mixed', title: 'In several ways'},
  {value: 'other', title: 'Another way'},
] as const satisfies readonly Option[]
