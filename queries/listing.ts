/**
 * Whether readers may have a story: a second line behind the rule that keeps an embargoed one from
 * being published. Who asks for drafts gets them, embargo or not.
 */
export const isOut = /* groq */ `(
  coalesce(embargoUntil, "") <= now() ||
  coalesce(_originalId, _id) in path("drafts.**") ||
  coalesce(_originalId, _id) in path("versions.**")
)`

/** Whether a document has a page of its own. */
export const hasAddress = /* groq */ `defined(slug.current)`

/**
 * Whether a story belongs in lists, feeds of links, search and sitemaps: one that readers may have,
 * that was not withdrawn, and that its editors do not hide from search engines.
 */
export const isListed = /* groq */ `(
  ${hasAddress} && ${isOut} && !defined(withdrawal) && seo.noIndex != true
)`

/** When a story came out, or else was begun: what lists are sorted by. */
const storyTime = /* groq */ `coalesce(publishedAt, _createdAt)`

/** Newest first; stories of the same moment keep their order. */
export const newestFirst = /* groq */ `order(${storyTime} desc, _id asc)`

/** Stories behind the row that a page before ended with; all of them when `$after` is null. */
export const storiesAfter = /* groq */ `(
  $after == null ||
  ${storyTime} < $after.at ||
  (${storyTime} == $after.at && _id > $after.id)
)`

/** Where a story stands in a list, to be given as `$after` for what comes behind it. */
export const storyCursor = /* groq */ `"cursor": {"at": ${storyTime}, "id": _id}`

const sortedName = /* groq */ `lower(coalesce(sortName, name, ""))`

/** By name as an index sorts it; namesakes keep their order. */
export const byName = /* groq */ `order(${sortedName} asc, _id asc)`

/** Entities behind the row that a page before ended with; all of them when `$after` is null. */
export const entitiesAfter = /* groq */ `(
  $after == null ||
  ${sortedName} > $after.name ||
  (${sortedName} == $after.name && _id > $after.id)
)`

/** Where an entity stands in an index, to be given as `$after` for what comes behind it. */
export const entityCursor = /* groq */ `"cursor": {"name": ${sortedName}, "id": _id}`

/** Whether a person may be listed: protected people only where they are asked for. */
export const mayBeListed = /* groq */ `($includeProtected == true || !defined(identityProtection))`
