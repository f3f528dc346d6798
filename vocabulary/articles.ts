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

/** How another story belongs to this one. */
export const storyLinks = [
  {value: 'background', title: 'Background'},
  {value: 'followUp', title: 'Follow-up'},
  {value: 'series', title: 'Same series'},
  {value: 'sidebar', title: 'Sidebar'},
] as const satisfies readonly Option[]

/** What a note under a published story tells its readers. */
export const correctionKinds = [
  {value: 'correction', title: 'Correction: something was wrong'},
  {value: 'clarification', title: 'Clarification: something was unclear'},
  {value: 'update', title: 'Update: something is new'},
  {value: 'editorsNote', title: 'Editor’s note'},
  {value: 'retraction', title: 'Retraction: the story no longer stands'},
  {value: 'safety', title: 'Removed for somebody’s safety'},
] as const satisfies readonly Option[]
