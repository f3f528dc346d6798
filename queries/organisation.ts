import {defineQuery} from 'groq'

import {
  citedTextFields,
  nameFields,
  placeFactFields,
  quotationsBySubject,
  relationsBothWays,
  storiesOfSubject,
  dateFields,
} from './fragments.ts'

/**
 * One organisation’s page by its address: names, facts with their passages, relations both ways,
 * what was said in its name and the stories it is in. `null` when there is no such page.
 */
export const organisationBySlugQuery = defineQuery(`
  *[_type == "organisation" && slug.current == $slug] | order(_id asc) [0] {
    ${nameFields},
    "naming": coalesce(naming, "named"),
    "kind": coalesce(kind, "other"),
    disambiguation,
    "country": select(defined(country.place->_id) => country{${placeFactFields}}),
    "location": select(defined(location.place->_id) => location{${placeFactFields}}),
    "purpose": coalesce(purpose[defined(text)]{_key, ${citedTextFields}}, []),
    "metonymFor": select(defined(metonymFor.place->_id) => metonymFor{${placeFactFields}}),
    "isStateBody": isStateBody == true,
    foundedOn{${dateFields}},
    dissolvedOn{${dateFields}},
    ${relationsBothWays},
    ${quotationsBySubject},
    ${storiesOfSubject}
  }
`)
