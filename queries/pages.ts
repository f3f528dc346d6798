import {defineQuery} from 'groq'

import {languageField} from './fragments.ts'
import {hasAddress, isOut} from './listing.ts'

/** Whether a document has a page that readers may open. */
const hasPage = /* groq */ `(${hasAddress} && (_type != "article" || ${isOut}))`

const pageFields = /* groq */ `
  _id,
  _type,
  "slug": coalesce(slug.current, ""),
  _type == "article" => {${languageField}}
`

/** Everything a story names, which lists the story on its own page. */
const namedByStory = /* groq */ `[
  ...coalesce(about, [])[]._ref,
  ...coalesce(locations, [])[]._ref,
  dateline.place._ref,
  ...coalesce(body, [])[].poll._ref,
  ...coalesce(body, [])[].markDefs[]{
    "id": coalesce(entity._ref, speaker._ref, poll._ref, attributedTo._ref)
  }.id
]`

const isBylined = /* groq */ `
  _type == "article" && references($id) && $id in bylines[].person._ref && ${isOut}
`

/**
 * The pages on which a document is to be seen, for whoever rebuilds them when it changes; ask with
 * `pagesShowing` of `storygraph/webhook`, which gives the parameters. `$id` and `$type` are the
 * document's, `$slugs` its addresses before and after, `$references` the ids of what it refers to,
 * before and after. `own` are the pages there are now at those addresses. `others` show its name or
 * title, or list it; a page may be among them twice. The stories that refer to one of the
 * ids in `$readNext` are too. `isByline` says whether a story in the lists is by this person.
 */
export const pagesShowingQuery = defineQuery(`{
  "own": *[_type == $type && slug.current in $slugs && ${hasPage}] | order(_id asc) {${pageFields}},
  "others": [
    ...*[
      _type in ["article", "person", "unit", "organisation", "place", "poll"] &&
      references($id) && ${hasPage}
    ] | order(_type asc, _id asc) {${pageFields}},
    ...*[
      _type in ["article", "person", "unit", "organisation", "place", "poll"] &&
      _id in $references && ${hasPage}
    ] | order(_type asc, _id asc) {${pageFields}},
    ...*[
      _type == "article" && references(*[_type == "poll" && references($id)]._id) && ${hasPage}
    ] | order(_id asc) {${pageFields}},
    ...*[
      _type in ["person", "unit", "organisation", "place"] &&
      _id in *[_type in ["person", "unit", "organisation"] && references($id)]
        .relations[$id in citations[].article._ref].to._ref &&
      ${hasPage}
    ] | order(_type asc, _id asc) {${pageFields}},
    ...*[
      _type in ["person", "unit", "organisation", "place", "poll"] &&
      _id in *[${isBylined}]{"ids": ${namedByStory}}.ids[] &&
      ${hasPage}
    ] | order(_type asc, _id asc) {${pageFields}},
    ...*[
      _type == "article" && references($readNext) && ${hasPage}
    ] | order(_id asc) {${pageFields}}
  ],
  "isByline": count(*[${isBylined}]) > 0
}`)
