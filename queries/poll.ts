import {defineQuery} from 'groq'

import {
  citationFields,
  dateFields,
  pollFields,
  storiesOfSubject,
  storyLinkFields,
} from './fragments.ts'

/** When a poll was published, or else entered: what its list is sorted by. */
const pollTime = /* groq */ `coalesce(publishedOn.value, _createdAt)`

/**
 * One poll’s page by its address: who asked, where and when, what they found, and the stories
 * that report it. `null` when there is no such page.
 */
export const pollBySlugQuery = defineQuery(`
  *[_type == "poll" && slug.current == $slug] | order(_id asc) [0] {
    ${pollFields},
    ${citationFields},
    ${storiesOfSubject}
  }
`)

/**
 * Polls, newest first, fifty at a time. `$after` is the `cursor` of the last row one has, or null for
 * the newest.
 */
export const pollsQuery = defineQuery(`
  *[
    _type == "poll" &&
    defined(slug.current) &&
    ($after == null ||
      ${pollTime} < $after.at ||
      (${pollTime} == $after.at && _id > $after.id))
  ] | order(${pollTime} desc, _id asc) [0...50] {
    ${storyLinkFields},
    "pollsterWording": coalesce(pollsterWording, ""),
    publishedOn{${dateFields}},
    "findingCount": count(coalesce(findings, [])),
    "cursor": {"at": ${pollTime}, "id": _id}
  }
`)
