import {defineQuery} from 'groq'

import {
  citedTextFields,
  nameFields,
  placeFactFields,
  quotationsBySubject,
  relationsBothWays,
  storiesOfSubject,
} from './fragments.ts'

/**
 * One organisation’s page by its address: names, facts with their passages, relations both ways,
 * what was said in its name and the stories it is in. \`null\` when there is no such page.
 */
export const organisationBySlugQuery = defineQuery(`
  *[_type == "organisation" && slug.current == $slug] | order(_id asc) [0] {
    ${nameFields},
    naming,
    kind,
    disambiguation,
    country{${placeFactFields}},
    location{${placeFactFields}},
    "purpose": coalesce(purpose[]{_key, ${citedTextFields}}, []),
    metonymFor{${placeFactFields}},
    "isStateBody": isStateBody == true,
    foundedOn,
    dissolvedOn,
    ${relationsBothWays},
    ${quotationsBySubject},
    ${storiesOfSubject}
  }
`)
