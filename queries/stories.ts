import {defineQuery} from 'groq'

import {
  correctionFields,
  imageFields,
  listedStory,
  storyLinkFields,
  withdrawalFields,
} from './fragments.ts'
import {hasAddress, isListed, isOut, newestFirst, storiesAfter} from './listing.ts'

/**
 * Stories, newest first, fifty at a time: what a front page or an archive lists. `$after` is the
 * `cursor` of the last row one has, or null for the newest.
 */
export const storiesQuery = defineQuery(`
  *[_type == "article" && ${isListed} && ${storiesAfter}] | ${newestFirst} [0...50] {${listedStory}}
`)

/**
 * The stories that mention, quote or are about one person, unit, organisation, place or poll, newest
 * first, fifty at a time. `$id` is its id, `$after` the `cursor` of the last row one has, or null.
 */
export const storiesByEntityQuery = defineQuery(`
  *[_type == "article" && references($id) && ${isListed} && ${storiesAfter}]
    | ${newestFirst} [0...50] {${listedStory}}
`)

/**
 * What to read next: the ten stories that share most people, units, organisations and places with the
 * story whose id is `$id`, in which it is about them or mentions them. `shared` counts them.
 */
export const relatedStoriesQuery = defineQuery(`
  coalesce(
    *[_type == "article" && _id == $id] [0] {
      "subjects": array::unique(
        array::compact([
          ...coalesce(about[]._ref, []),
          ...coalesce(body[].markDefs[_type == "mention"].entity._ref, [])
        ])
      )
    } {
      subjects,
      "named": *[_id in ^.subjects] | order(_id asc) {
        "stories": *[_type == "article" && references(^._id)] | order(_id asc) {_id}
      }
    } {
      "stories": *[_type == "article" && _id != $id && references(^.subjects) && ${isListed}] {
        ${listedStory},
        "shared": count(^.named[^._id in stories[]._id])
      } | order(shared desc, cursor.at desc, _id asc) [0...10]
    }.stories,
    []
  )
`)

/**
 * The fifty newest stories with their plain text, for a feed. A story that was withdrawn stays in
 * it, without its text, so that who has read it learns of the `withdrawal`.
 */
export const feedQuery = defineQuery(`
  *[_type == "article" && ${hasAddress} && ${isOut} && seo.noIndex != true]
    | ${newestFirst} [0...50] {
      ${listedStory},
      "updatedAt": _updatedAt,
      "leadImage": leadImage{${imageFields}},
      withdrawal{${withdrawalFields}},
      "text": select(defined(withdrawal) => "", coalesce(pt::text(body), ""))
    }
`)

/**
 * Corrections of all stories, newest first, fifty at a time. `$after` is the `cursor` of the last
 * row one has, or null for the newest.
 */
export const correctionsQuery = defineQuery(`
  *[_type == "article" && count(corrections) > 0 && ${isListed}] {
    "rows": coalesce(
      corrections[defined(date) && defined(text)]{
        ${correctionFields},
        "cursor": {"at": date, "id": ^._id + "." + _key},
        "article": ^{${storyLinkFields}}
      },
      []
    )
  }.rows[] | order(date desc, cursor.id asc) [
    $after == null || date < $after.at || (date == $after.at && cursor.id > $after.id)
  ] [0...50]
`)
