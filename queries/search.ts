import {defineQuery} from 'groq'

import {entityFields, listedStory, storyLinkFields} from './fragments.ts'
import {byName, isListed, mayBeListed, newestFirst} from './listing.ts'

const isEntity = /* groq */ `
  _type in ["person", "unit", "organisation", "place"] && ${mayBeListed}
`

/**
 * What readers find with the words `$text` (every word must occur; `word*` finds its beginnings):
 * up to twenty each of stories, by headline, standfirst and text, of people, units, organisations
 * and places, by their names, and of polls, by their title. Stories that say it in the headline
 * come before others, the newest of them first, and entities that are called so before those that are
 * also called so. Protected people are found only with `$includeProtected`.
 */
export const searchQuery = defineQuery(`{
  "stories": {
    "first": *[_type == "article" && ${isListed} && title match $text]
      | ${newestFirst} [0...20] {${listedStory}}
  }{
    "all": [
      ...first,
      ...select(
        count(first) < 20 => *[
          _type == "article" && ${isListed} &&
          !(title match $text) &&
          [title, standfirst, pt::text(body)] match $text
        ] | ${newestFirst} [0...20] {${listedStory}},
        []
      )
    ][0...20]
  }.all,
  "entities": {
    "first": *[${isEntity} && name match $text] | ${byName} [0...20] {${entityFields}}
  }{
    "all": [
      ...first,
      ...select(
        count(first) < 20 => *[
          ${isEntity} && !(name match $text) &&
          [name, ...coalesce(alternateNames[].name, [])] match $text
        ] | ${byName} [0...20] {${entityFields}},
        []
      )
    ][0...20]
  }.all,
  "polls": *[_type == "poll" && title match $text] | order(title asc, _id asc) [0...20] {
    ${storyLinkFields}
  }
}`)
