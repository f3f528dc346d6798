import {defineQuery} from 'groq'

import {entityFields, listedStory, storyLinkFields} from './fragments.ts'
import {isListed, mayBeListed} from './listing.ts'

/**
 * What readers find with the words `$text` (every word must occur; `word*` finds its beginnings):
 * up to twenty each of stories, by headline, standfirst and text, of people, units, organisations
 * and places, by their names, and of polls, by their title; the best first. Protected people are
 * found only with `$includeProtected`.
 */
export const searchQuery = defineQuery(`{
  "stories": *[_type == "article" && ${isListed} && [title, standfirst, pt::text(body)] match $text]
    | score(boost(title match $text, 3), boost(standfirst match $text, 2), pt::text(body) match $text)
    | order(_score desc, _id asc) [0...20] {${listedStory}},
  "entities": *[
    _type in ["person", "unit", "organisation", "place"] &&
    ${mayBeListed} &&
    [name, ...coalesce(alternateNames[].name, [])] match $text
  ] | score(boost(name match $text, 2)) | order(_score desc, _id asc) [0...20] {${entityFields}},
  "polls": *[_type == "poll" && title match $text] | order(title asc, _id asc) [0...20] {
    ${storyLinkFields}
  }
}`)
