import {defineQuery} from 'groq'

import {
  byName,
  entityFields,
  findingFields,
  imageFields,
  isOut,
  newestFirst,
  pollFields,
  quotationFields,
  storyFields,
  storyLinkFields,
} from './fragments.ts'

/** Every story with an address, newest first: what a front page or an archive lists. */
export const storiesQuery = defineQuery(`
  *[_type == "article" && defined(slug.current) && ${isOut}] | ${newestFirst} {${storyFields}}
`)

/**
 * One story by its address, with all that its page needs in one round trip: the text with its
 * mentions, speakers and figures resolved where they stand, and three lists derived from it.
 * \`mentions\` names each entity once, \`quotations\` gives the words and speaker of each quotation in
 * the order of the text, \`polls\` the polls behind its figures. A story that was withdrawn has no
 * text any more: show the notice of its \`withdrawal\`. \`null\` when there is no such story. Stories
 * in two languages may share an address: \`$language\` ("en") tells them apart, \`null\` takes any,
 * and always the same one.
 */
export const articleBySlugQuery = defineQuery(`
  *[
    _type == "article" && slug.current == $slug && ${isOut} &&
    ($language == null || language == $language)
  ] | order(_id asc) [0] {
    ${storyFields},
    reportedDate,
    "dateline": dateline{"place": place->{${entityFields}}, wording},
    "leadImage": leadImage{${imageFields}},
    "corrections": coalesce(
      corrections[]{_key, date, kind, text, before, after, blockKey} | order(date desc),
      []
    ),
    withdrawal{date, notice},
    "translationOf": translationOf->{${storyLinkFields}, language},
    "translations": *[_type == "article" && translationOf._ref == ^._id && ${isOut}]
      | order(language asc, _id asc) {${storyLinkFields}, language},
    "related": coalesce(
      relatedArticles[defined(story->_id)]{_key, rel, "story": story->{${storyLinkFields}}},
      []
    ),
    seo{title, description, "image": image{${imageFields}}, "noIndex": noIndex == true},
    "about": coalesce(about[]->{${entityFields}}, []),
    "locations": coalesce(locations[]->{${entityFields}}, []),
    "body": coalesce(
      body[!defined(^.withdrawal)]{
        _key,
        _type,
        _type == "block" => {
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
        _type == "creditedImage" => {${imageFields}},
        _type == "pullQuote" => {quotationKey},
        _type == "factBox" => {title, text},
        _type == "pollEmbed" => {
          "poll": poll->{${pollFields}},
          "findingKeys": coalesce(findingKeys, [])
        }
      },
      []
    ),
    "mentions": *[
      _type in ["person", "unit", "organisation", "place"] &&
      _id in ^.body[].markDefs[_type == "mention"].entity._ref
    ] | ${byName} {${entityFields}},
    "quotations": coalesce(body[_type == "block" && !defined(^.withdrawal)], [])[]{
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
