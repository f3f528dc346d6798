import {defineQuery} from 'groq'

import {
  byName,
  entityFields,
  findingFields,
  newestFirst,
  pollFields,
  quotationFields,
  storyFields,
  storyLinkFields,
} from './fragments.ts'

/** Every story with an address, newest first: what a front page or an archive lists. */
export const storiesQuery = defineQuery(`
  *[_type == "article" && defined(slug.current)] | ${newestFirst} {${storyFields}}
`)

/**
 * One story by its address, with all that its page needs in one round trip: the text with its
 * mentions, speakers and figures resolved where they stand, and three lists derived from it.
 * \`mentions\` names each entity once, \`quotations\` gives the words and speaker of each quotation in
 * the order of the text, \`polls\` the polls behind its figures. \`null\` when there is no such story.
 */
export const articleBySlugQuery = defineQuery(`
  *[_type == "article" && slug.current == $slug] | order(_id asc) [0] {
    ${storyFields},
    reportedDate,
    "about": coalesce(about[]->{${entityFields}}, []),
    "locations": coalesce(locations[]->{${entityFields}}, []),
    "body": coalesce(
      body[]{
        ...,
        "children": coalesce(children[]{..., "marks": coalesce(marks, [])}, []),
        "markDefs": coalesce(
          markDefs[]{
            ...,
            _type == "mention" => {"entity": entity->{${entityFields}}},
            _type == "quotation" => {
              "speaker": speaker->{${entityFields}},
              "continues": continues == true,
              "nested": coalesce(nested, [])
            },
            _type == "figure" => {
              "attributedTo": attributedTo->{${entityFields}},
              "poll": poll->{${storyLinkFields}},
              "finding": poll->findings[_key == ^.findingKey][0]{${findingFields}}
            }
          },
          []
        )
      },
      []
    ),
    "mentions": *[
      _type in ["person", "unit", "organisation", "place"] &&
      _id in ^.body[].markDefs[_type == "mention"].entity._ref
    ] | ${byName} {${entityFields}},
    "quotations": coalesce(body, [])[]{
      "quotations": coalesce(
        markDefs[_type == "quotation"]{
          ${quotationFields},
          "speaker": speaker->{${entityFields}}
        },
        []
      )
    }.quotations[],
    "polls": *[_type == "poll" && _id in ^.body[].markDefs[_type == "figure"].poll._ref]
      | order(title asc, _id asc) {${pollFields}}
  }
`)
