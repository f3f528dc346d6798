import type {Option} from './option.ts'

/** What kind of journalism a story is. */
export const genres = [
  {value: 'news', title: 'News'},
  {value: 'analysis', title: 'Analysis'},
  {value: 'opinion', title: 'Opinion'},
  {value: 'feature', title: 'Feature'},
] as const satisfies readonly Option[]

/** Why a story carries nobody's name. */
export const noBylineReasons = [
  {value: 'agency', title: 'Agency copy'},
  {value: 'desk', title: 'Written by the desk'},
  {value: 'safety', title: 'Withheld for safety'},
  {value: 'unknown', title: 'Not known'},
] as const satisfies readonly Option[]

/** What somebody did for a story. */
export const creditRoles = [
  {value: 'reporter', title: 'Reporter'},
  {value: 'photographer', title: 'Photographer'},
  {value: 'editor', title: 'Editor'},
  {value: 'translator', title: 'Translator'},
  {value: 'illustrator', title: 'Illustrator'},
] as const satisfies readonly Option[]
