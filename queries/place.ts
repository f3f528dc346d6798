import {defineQuery} from 'groq'

import {entityFields, nameFields, storiesOfSubject} from './fragments.ts'
import {byName, mayBeListed} from './listing.ts'

/**
 * One place’s page by its address: its names, what it is part of, who is tied to it, and the
 * stories it is in. Protected people are among those only with `$includeProtected`. `null` when
 * there is no such page.
 */
export const placeBySlugQuery = defineQuery(`
  *[_type == "place" && slug.current == $slug] | order(_id asc) [0] {
    ${nameFields},
    "kind": [kind][0],
    geopoint{lat, lng},
    "within": within->{${entityFields}},
    "contains": *[_type == "place" && within._ref == ^._id] | ${byName} {${entityFields}},
    "tiedTo": *[
      _type in ["person", "unit", "organisation"] && references(^._id) && ${mayBeListed}
    ] | ${byName} {${entityFields}},
    ${storiesOfSubject}
  }
`)
