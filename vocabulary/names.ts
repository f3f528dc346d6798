import type {Option} from './option.ts'

/** How the story names a person. */
export const personNamings = [
  {value: 'fullName', title: 'Full name'},
  {value: 'mononym', title: 'One name only'},
  {value: 'codename', title: 'Codename only'},
  {value: 'unnamed', title: 'Not named'},
] as const satisfies readonly Option[]

/** How the story names an organisation. */
export const organisationNamings = [
  {value: 'named', title: 'By its name'},
  {value: 'described', title: 'By a description'},
  {value: 'unnamed', title: 'Not named'},
] as const satisfies readonly Option[]

/** How a further name relates to the one shown. */
export const nameKinds = [
  {value: 'shortForm', title: 'Short form'},
  {value: 'honorificForm', title: 'With a title or rank'},
  {value: 'abbreviation', title: 'Abbreviation'},
  {value: 'spelling', title: 'Other spelling'},
  {value: 'transliteration', title: 'Other transliteration'},
  {value: 'former', title: 'Former name'},
  {value: 'birth', title: 'Name at birth'},
  {value: 'codename', title: 'Codename'},
  {value: 'callSign', title: 'Call sign'},
] as const satisfies readonly Option[]
