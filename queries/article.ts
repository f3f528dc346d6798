import {defineQuery} from 'groq'

import {
  correctionFields,
  dateFields,
  entityFields,
  findingFields,
  imageFields,
  isFinding,
  languageField,
  pollFields,
  quotationFields,
  storyFields,
  storyLinkFields,
  valueFields,
  withdrawalFields,
} from './fragments.ts'
import {byName, isOut} from './listing.ts'

/** Whether a mark of the text says what it is there to say: a draft may hold one just begun. */
const isMark = /* groq */ `select(
  _type == "mention" => defined(entity->_id),
  _type == "figure" => defined(value),
  _type == "link" => defined(href),
  true
)`

/**
 * The language of a name as it is printed, where its entry lists that spelling for another language
 * than the story’s.
 */
const foreignSpelling = /* groq */ `entity->alternateNames[
  name == array::join(^.^.children[^.^._key in marks].text, "") && language != ^.^.^.language
][0].language`

/**
 * One story by its address, with all that its page needs in one round trip: the text with its
 * mentions, speakers and figures resolved where they stand, and three lists derived from it.
 * `mentions` names each entity once, `quotations` gives the words and speaker of each quotation in
 * the order of the text, `polls` the polls behind its figures. A story that was withdrawn has no
 * text any more: show the notice of its `withdrawal`. `null` when there is no such story. Stories
 * in two languages may share an address: `$language` ("en") tells them apart, `null` takes any, and
 * always the same one.
 */
export const articleBySlugQuery = defineQuery(`
  *[
    _type == "article" && slug.current == $slug && ${isOut} &&
    ($language == null || language == $language)
  ] | order(_id asc) [0] {
    ${storyFields},
    reportedDate{${dateFields}},
    "dateline": select(
      defined(dateline.place->_id) => dateline{"place": place->{${entityFields}}, wording}
    ),
    "leadImage": leadImage{${imageFields}},
    "corrections": coalesce(
      corrections[defined(date) && defined(text)]{
        ${correctionFields}
      } | order(date desc),
      []
    ),
    withdrawal{${withdrawalFields}},
    "translationOf": translationOf->{${storyLinkFields}, ${languageField}},
    "translations": *[_type == "article" && translationOf._ref == ^._id && ${isOut}]
      | order(language asc, _id asc) {${storyLinkFields}, ${languageField}},
    "related": coalesce(
      relatedArticles[defined(story->_id)]{
        _key,
        "rel": coalesce(rel, "background"),
        "story": story->{${storyLinkFields}}},
      []
    ),
    seo{title, description, "image": image{${imageFields}}, "noIndex": noIndex == true},
    "about": coalesce(about[defined(@->_id)]->{${entityFields}}, []),
    "locations": coalesce(locations[defined(@->_id)]->{${entityFields}}, []),
    "body": coalesce(
      body[!defined(^.withdrawal) && (_type != "pollEmbed" || defined(poll->_id))]{
        _key,
        _type,
        _type == "block" => {
          ...,
          "children": coalesce(children[]{..., "marks": coalesce(marks, [])}, []),
          "markDefs": coalesce(
            markDefs[${isMark}]{
              ...,
              _type == "mention" => {"entity": entity->{${entityFields}}, "language": ${foreignSpelling}},
              _type == "quotation" => {
                "speaker": speaker->{${entityFields}},
                "kind": coalesce(kind, "direct"),
                "basis": coalesce(basis, "unattributed"),
                "continues": continues == true,
                "nested": coalesce(nested[defined(text)], [])
              },
              _type == "figure" => {
                "value": value{${valueFields}},
                "attributedTo": attributedTo->{${entityFields}},
                "poll": poll->{${storyLinkFields}},
                "finding": poll->findings[_key == ^.findingKey && ${isFinding}][0]{${findingFields}}
              }
            },
            []
          )
        },
        _type == "creditedImage" => {${imageFields}},
        _type == "pullQuote" => {"quotationKey": coalesce(quotationKey, "")},
        _type == "factBox" => {"title": coalesce(title, ""), "text": coalesce(text, "")},
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
