import type {Option} from './option.ts'

/** What kind of body an organisation is. */
export const organisationKinds = [
  {value: 'civilSociety', title: 'Civil society'},
  {value: 'government', title: 'Government'},
  {value: 'armedForces', title: 'Armed forces'},
  {value: 'intelligence', title: 'Intelligence service'},
  {value: 'politicalParty', title: 'Political party'},
  {value: 'company', title: 'Company'},
  {value: 'media', title: 'News organisation'},
  {value: 'research', title: 'Research body'},
  {value: 'informal', title: 'Informal group'},
  {value: 'other', title: 'Other'},
] as const satisfies readonly Option[]
