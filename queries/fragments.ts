/**
 * Whether readers may have a story: a second line behind the rule that keeps an embargoed one from
 * being published. Who asks for drafts gets them, embargo or not.
 */
export const isOut = /* groq */ `(
  coalesce(embargoUntil, "") <= now() ||
  coalesce(_originalId, _id) in path("drafts.**") ||
  coalesce(_originalId, _id) in path("versions.**")
)`

/** Enough of a person, unit, organisation or place to name it and link to its page. */
export const entityFields = /* groq */ `
  _id,
  _type,
  "name": coalesce(name, ""),
  "slug": slug.current
`

/** Enough of a story to list it and link to it. */
export const storyFields = /* groq */ `
  _id,
  "title": coalesce(title, ""),
  "slug": slug.current,
  standfirst,
  genre,
  language,
  publishedAt,
  "bylines": coalesce(bylines[]{_key, role, "name": coalesce(person->name, name, "")}, []),
  noBylineReason
`

/** Enough of a story to link to it from a fact or a quotation. */
export const storyLinkFields = /* groq */ `_id, "title": coalesce(title, ""), "slug": slug.current`

/** Newest first; stories of the same moment keep their order. */
export const newestFirst = /* groq */ `order(coalesce(publishedAt, _createdAt) desc, _id asc)`

/** By name as an index sorts it; namesakes keep their order. */
export const byName = /* groq */ `order(lower(coalesce(sortName, name)) asc, _id asc)`

/** The passages a fact rests on. The story is null once it has been taken down. */
export const citationFields = /* groq */ `
  "citations": coalesce(
    citations[]{
      _key,
      source,
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
export const provenanceFields = /* groq */ `certainty, ${citationFields}`

/** A fact whose whole content is a place. */
export const placeFactFields = /* groq */ `"place": place->{${entityFields}}, ${provenanceFields}`

/** The names under which stories mention somebody. */
export const nameFields = /* groq */ `
  ${entityFields},
  "alternateNames": coalesce(alternateNames[]{_key, name, kind, language}, []),
  "externalIds": coalesce(externalIds[]{_key, scheme, value}, [])
`

/** A statement in the words of a story, with its passages. */
export const citedTextFields = /* groq */ `text, ${citationFields}`

/** One share a poll found. */
export const findingFields = /* groq */ `
  _key,
  topic,
  question,
  "questionVerbatim": questionVerbatim == true,
  stance,
  base,
  value,
  framing,
  ${provenanceFields}
`

/** A poll with everything it found. */
export const pollFields = /* groq */ `
  _id,
  "title": coalesce(title, ""),
  "slug": slug.current,
  pollsterWording,
  "pollster": pollsterEntity->{${entityFields}},
  disclosure,
  publishedOn,
  sourceUrl,
  fieldStart,
  fieldEnd,
  "places": coalesce(places[]->{${entityFields}}, []),
  "findings": coalesce(findings[]{${findingFields}}, [])
`

/** What a relation says, whichever side it is read from. */
const relationFields = /* groq */ `
  _key, type, role, status, start, end, "negated": negated == true, ${provenanceFields}
`

/**
 * A page’s relations, both ways: \`relations\` are its own, \`inverseRelations\` those of others that
 * point to it, to be read with the inverse title of their type.
 */
export const relationsBothWays = /* groq */ `
  "relations": coalesce(relations[]{${relationFields}, "to": to->{${entityFields}}}, []),
  "inverseRelations": *[_type in ["person", "unit", "organisation"] && references(^._id)]
    | ${byName} {
      "rows": coalesce(
        relations[to._ref == ^.^._id]{${relationFields}, "from": ^{${entityFields}}},
        []
      )
    }.rows[]
`

/** What a quotation says of itself, and its words as the story prints them. */
export const quotationFields = /* groq */ `
  _key,
  "blockKey": ^._key,
  kind,
  basis,
  "continues": continues == true,
  cue,
  "nested": coalesce(nested[]{_key, text, saidBy}, []),
  "text": coalesce(array::join(^.children[^._key in marks].text, ""), "")
`

/** A page’s words in all stories, newest story first, each with the story that prints it. */
export const quotationsBySubject = /* groq */ `
  "quotations": *[_type == "article" && references(^._id) && !defined(withdrawal) && ${isOut}] | ${newestFirst} {
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
  credit,
  hotspot,
  crop,
  "asset": asset->{_id, url, "width": metadata.dimensions.width, "height": metadata.dimensions.height}
`

/** The stories that mention, quote or are about the subject of a page, newest first. */
export const storiesOfSubject = /* groq */ `
  "stories": *[_type == "article" && references(^._id) && ${isOut}] | ${newestFirst} {${storyFields}}
`
