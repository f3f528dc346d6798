import {defineQuery} from 'groq'

import {address, entityFields, storyLinkFields} from './fragments.ts'
import {byName, isListed, mayBeListed, newestFirst} from './listing.ts'

/** A story’s subjects: those it is mainly about, and those its text names, quotes or counts. */
const subjects = /* groq */ `
  "subjects": [
    ...coalesce(about, [])[]._ref,
    ...coalesce(body, [])[].markDefs[]{
      "id": coalesce(entity._ref, speaker._ref, poll._ref, attributedTo._ref)
    }.id
  ]
`

const subjectsOfChosen = /* groq */ `
  *[_type == "article" && _id == $story]{${subjects}}.subjects[]
`

/** The chosen story; every one that is listed when none is chosen. */
const isInPicture = /* groq */ `select($story == null => ${isListed}, _id == $story)`

/** Those in the chosen story; everybody when none is chosen. */
const isInStory = /* groq */ `($story == null || _id in ${subjectsOfChosen})`

/**
 * Who and what is in a story, and how they hang together, to be drawn as nodes and edges. `$story`
 * is the id of one story, or null for all. `nodes` are the stories, people, units, organisations,
 * places and polls; `relations` run between two of them, to be titled by their type; `appearances`
 * say which story names whom, and whether it quotes them. No edge leads to a node that is not there.
 * Protected people are left out, with all that would point to them, unless `$includeProtected` is
 * true. `stories` are all there are, newest first, whichever is chosen.
 */
export const storyGraphQuery = defineQuery(`{
  "stories": *[_type == "article" && ${isListed}] | ${newestFirst} {${storyLinkFields}},
  "nodes": [
    ...*[_type == "article" && ${isInPicture}] | ${newestFirst} {
      _id, _type, "name": coalesce(title, ""), ${address}, "isProtected": false
    },
    ...*[_type == "poll" && ${isInStory}] | order(title asc, _id asc) {
      _id, _type, "name": coalesce(title, ""), ${address}, "isProtected": false
    },
    ...*[
      _type in ["person", "unit", "organisation", "place"] && ${mayBeListed} && ${isInStory}
    ] | ${byName} {${entityFields}, "isProtected": defined(identityProtection)}
  ],
  "relations": *[_type in ["person", "unit", "organisation"] && ${mayBeListed} && ${isInStory}]
    | ${byName} {
      "rows": coalesce(
        relations[
          defined(type) &&
          defined(to->_id) &&
          ($includeProtected == true || !defined(to->identityProtection)) &&
          ($story == null || to._ref in ${subjectsOfChosen})
        ]{
          _key,
          "from": ^._id,
          "to": to._ref,
          type,
          role,
          status,
          "negated": negated == true,
          "certainty": coalesce(certainty, "stated")
        },
        []
      )
    }.rows[],
  "appearances": *[_type == "article" && ${isInPicture}] | ${newestFirst} {
    _id,
    ${subjects},
    "speakers": coalesce(body, [])[].markDefs[_type == "quotation"].speaker._ref
  }{
    "rows": *[
      _type in ["person", "unit", "organisation", "place", "poll"] && ${mayBeListed} &&
      _id in ^.subjects
    ] | order(lower(coalesce(sortName, name, title)) asc, _id asc) {
      "story": ^._id,
      "subject": _id,
      "quoted": _id in ^.speakers
    }
  }.rows[]
}`)
