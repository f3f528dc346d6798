import {defineQuery} from 'groq'

import {languageField} from './fragments.ts'
import {hasAddress, isListed, isOut} from './listing.ts'

/** Documents behind the one whose id is `$after`; all of them when it is null. */
const idsAfter = /* groq */ `($after == null || _id > $after)`

/**
 * Every address that search engines should know, a thousand at a time in the order of ids: stories
 * that are listed, people who are not protected, units, organisations, places and polls. `$after`
 * is the id of the last row one has, or null for the beginning.
 */
export const sitemapQuery = defineQuery(`
  *[
    _type in ["article", "person", "unit", "organisation", "place", "poll"] &&
    ${hasAddress} &&
    (_type != "article" || ${isListed}) &&
    !defined(identityProtection) &&
    ${idsAfter}
  ] | order(_id asc) [0...1000] {
    _id,
    _type,
    "slug": coalesce(slug.current, ""),
    "updatedAt": _updatedAt,
    _type == "article" => {${languageField}}
  }
`)

/**
 * The addresses of one type of page, for a site that is built ahead, a thousand at a time in the
 * order of ids. Pages that no list shows are among them: a link may lead there. `$type` is a
 * document type, `$after` the id of the last row one has, or null for the beginning.
 */
export const slugsQuery = defineQuery(`
  *[
    _type in ["article", "person", "unit", "organisation", "place", "poll"] &&
    _type == $type &&
    ${hasAddress} &&
    (_type != "article" || ${isOut}) &&
    ${idsAfter}
  ] | order(_id asc) [0...1000] {
    _id,
    _type,
    "slug": coalesce(slug.current, ""),
    _type == "article" => {${languageField}}
  }
`)
