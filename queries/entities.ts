import {defineQuery} from 'groq'

import {entityFields} from './fragments.ts'
import {byName, entitiesAfter, entityCursor, isListed, mayBeListed} from './listing.ts'

/**
 * An index A to Z of people, units, organisations or places, a hundred at a time, with the number
 * of stories each is in. `$types` are the types it holds, `$after` the `cursor` of the last row
 * one has, or null for the beginning. Protected people are in it only with `$includeProtected`.
 */
export const indexQuery = defineQuery(`
  *[
    _type in ["person", "unit", "organisation", "place"] &&
    _type in $types &&
    ${mayBeListed} &&
    ${entitiesAfter}
  ] | ${byName} [0...100] {
    ${entityFields},
    "sortName": coalesce(sortName, name, ""),
    _type == "person" => {disambiguation},
    _type == "organisation" => {disambiguation},
    "storyCount": count(*[_type == "article" && references(^._id) && ${isListed}]),
    ${entityCursor}
  }
`)
