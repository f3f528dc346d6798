import {byName, isListed, newestFirst, storyCursor} from './listing.ts'

// A draft may lack what a published document cannot: a plain value has a neutral one to stand in,
// a fact without its core is left out until it is finished. So drafts have the types of results too.

/** The address of a page; `null` while it has none. */
export const address = /* groq */ `"slug": [slug.current][0]`

/** Enough of a person, unit, organisation or place to name it and link to its page. */
export const entityFields = /* groq */ `_id, _type, "name": coalesce(name, ""), ${address}`

/** The language a story is written in; `und` while nobody has said. */
export const languageField = /* groq */ `"language": coalesce(language, "und")`

/** Enough of a story to list it and link to it. */
export const storyFields = /* groq */ `
  _id,
  "title": coalesce(title, ""),
  "slug": coalesce(slug.current, ""),
  standfirst,
  "genre": coalesce(genre, "news"),
  ${languageField},
  publishedAt,
  "bylines": coalesce(
    bylines[]{
      _key,
      "role": coalesce(role, "reporter"),
      "name": coalesce(person->name, name, "")
    },
    []
  ),
  noBylineReason
`

/** A row of a list of stories. */
export const listedStory = /* groq */ `${storyFields}, ${storyCursor}`

/** Enough of a story to link to it from a fact or a quotation. */
export const storyLinkFields = /* groq */ `_id, "title": coalesce(title, ""), ${address}`

/** The passages a fact rests on. The story is null once it has been taken down. */
export const citationFields = /* groq */ `
  "citations": coalesce(
    citations[]{
      _key,
      "source": coalesce(source, "article"),
      blockKey,
      passage,
      title,
      url,
      accessedOn,
      "article": article->{${storyLinkFields}}
    },
    []
  )
`

/** Whether a fact is stated or inferred, and the passages it rests on. */
export const provenanceFields = /* groq */ `
  "certainty": coalesce(certainty, "stated"),
  ${citationFields}
`

/** A fact whose whole content is a place. */
export const placeFactFields = /* groq */ `"place": place->{${entityFields}}, ${provenanceFields}`

/** The names under which stories mention somebody. */
export const nameFields = /* groq */ `
  ${entityFields},
  "alternateNames": coalesce(
    alternateNames[defined(name) && defined(kind)]{_key, name, kind, language},
    []
  ),
  "externalIds": coalesce(
    externalIds[defined(scheme) && defined(value)]{_key, scheme, value},
    []
  )
`

/** A statement in the words of a story, with its passages. */
export const citedTextFields = /* groq */ `text, ${citationFields}`

/** A date as far as a story gives it. */
export const dateFields = /* groq */ `value, wording, "basis": coalesce(basis, "stated")`

/** A number in the words of a story, and what they amount to. */
export const valueFields = /* groq */ `
  "wording": coalesce(wording, ""),
  "qualifier": coalesce(qualifier, "exact"),
  value,
  unit,
  min,
  max,
  numerator,
  denominator
`

/** Whether a finding says enough to be shown. */
export const isFinding = /* groq */ `defined(topic) && defined(stance) && defined(value)`

/** One share a poll found. */
export const findingFields = /* groq */ `
  _key,
  topic,
  question,
  "questionVerbatim": questionVerbatim == true,
  stance,
  base,
  "value": value{${valueFields}},
  framing,
  ${provenanceFields}
`

/** A poll with everything it found. */
export const pollFields = /* groq */ `
  _id,
  "title": coalesce(title, ""),
  ${address},
  "pollsterWording": coalesce(pollsterWording, ""),
  "pollster": pollsterEntity->{${entityFields}},
  disclosure,
  publishedOn{${dateFields}},
  sourceUrl,
  fieldStart{${dateFields}},
  fieldEnd{${dateFields}},
  "places": coalesce(places[defined(@->_id)]->{${entityFields}}, []),
  "findings": coalesce(findings[${isFinding}]{${findingFields}}, [])
`

/** What a relation says, whichever side it is read from. */
const relationFields = /* groq */ `
  _key,
  type,
  role,
  status,
  start{${dateFields}},
  end{${dateFields}},
  "negated": negated == true,
  ${provenanceFields}
`

/**
 * A page’s relations, both ways: `relations` are its own, `inverseRelations` those of others that
 * point to it, to be read with the inverse title of their type.
 */
export const relationsBothWays = /* groq */ `
  "relations": coalesce(
    relations[defined(type) && defined(to->_id)]{${relationFields}, "to": to->{${entityFields}}},
    []
  ),
  "inverseRelations": *[_type in ["person", "unit", "organisation"] && references(^._id)]
    | ${byName} {
      "rows": coalesce(
        relations[to._ref == ^.^._id && defined(type)]{${relationFields}, "from": ^{${entityFields}}},
        []
      )
    }.rows[]
`

/** What a quotation says of itself, and its words as the story prints them. */
export const quotationFields = /* groq */ `
  _key,
  "blockKey": ^._key,
  "kind": coalesce(kind, "direct"),
  "basis": coalesce(basis, "unattributed"),
  "continues": continues == true,
  cue,
  "nested": coalesce(nested[defined(text)]{_key, text, saidBy}, []),
  "text": coalesce(array::join(^.children[^._key in marks].text, ""), "")
`

/** The ids of those whom a story quotes; the embedded lake has an index of just this expression. */
export const speakersOfStory = /* groq */ `body[].markDefs[_type == "quotation"].speaker._ref`

/**
 * A page’s words in the fifty newest stories that quote it, newest story first, each with the story
 * that prints it; `quotationsQuery` has the rest.
 */
export const quotationsBySubject = /* groq */ `
  "quotations": *[
    _type == "article" && ^._id in ${speakersOfStory} && ${isListed}
  ] | ${newestFirst} [0...50] {
    "rows": coalesce(body[_type == "block"], [])[]{
      "quotations": coalesce(
        markDefs[_type == "quotation" && speaker._ref == ^.^.^._id]{
          ${quotationFields},
          "article": ^.^{${storyLinkFields}}
        },
        []
      )
    }.quotations[]
  }.rows[]
`

/** A picture with what readers must know of it, and its file. */
export const imageFields = /* groq */ `
  alt,
  "decorative": decorative == true,
  caption,
  "credit": coalesce(credit, ""),
  hotspot,
  crop,
  "asset": asset->{_id, url, "width": metadata.dimensions.width, "height": metadata.dimensions.height}
`

/**
 * How many stories mention, quote or are about the subject of a page, and the fifty newest of them;
 * `storiesByEntityQuery` has the rest.
 */
export const storiesOfSubject = /* groq */ `
  "storyCount": count(*[_type == "article" && references(^._id) && ${isListed}]),
  "stories": *[_type == "article" && references(^._id) && ${isListed}]
    | ${newestFirst} [0...50] {${listedStory}}
`

/** One change that readers are told of; what a draft has only begun to say is left out. */
export const correctionFields = /* groq */ `
  _key,
  date,
  "kind": coalesce(kind, "correction"),
  text,
  before,
  after,
  blockKey
`

/** The notice in the place of a story that was taken back. */
export const withdrawalFields = /* groq */ `
  "date": coalesce(date, ""), "notice": coalesce(notice, "")
`
