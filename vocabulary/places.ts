import type {Option} from './option.ts'

/** What kind of place a place is. */
export const placeKinds = [
  {value: 'country', title: 'Country'},
  {value: 'region', title: 'Region'},
  {value: 'city', title: 'City'},
  {value: 'town', title: 'Town'},
  {value: 'continent', title: 'Continent'},
  {value: 'bloc', title: 'Group of countries'},
  {value: 'bodyOfWater', title: 'Body of water'},
  {value: 'building', title: 'Building'},
  {value: 'other', title: 'Other'},
] as const satisfies readonly Option[]
