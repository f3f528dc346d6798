import type {Option} from './option.ts'

/** Why a person's name is withheld. */
export const protectionBases = [
  {value: 'ownRequest', title: 'At their own request'},
  {value: 'editorialDecision', title: 'By decision of the editors'},
  {value: 'legal', title: 'For legal reasons'},
  {value: 'notStated', title: 'The story does not say'},
] as const satisfies readonly Option[]

/** What a place is or was to somebody who lived there. */
export const residenceKinds = [
  {value: 'home', title: 'Home'},
  {value: 'exile', title: 'Exile'},
  {value: 'temporary', title: 'Temporary stay'},
  {value: 'left', title: 'Left'},
] as const satisfies readonly Option[]
