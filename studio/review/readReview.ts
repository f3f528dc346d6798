import {isText, itemsOf, readKey} from '../../schemas/rules/read.ts'
import {isDraftId} from '../../seed/documentIds.ts'
import {idOf, openSuggestions} from './openSuggestions.ts'
import type {Fields, Suggestion} from './suggestion.ts'

/** Drafts with suggestions are listed, the last edited first, up to this many stories at once. */
export const MOST_STORIES = 50

const ENTRY = '_type in ["person", "unit", "organisation", "place", "poll"]'
const OPEN_STORY = `_type == "article" && _id in path("drafts.**")
  && (count(body[].markDefs[suggested == true]) > 0 || references($suggested))`

/** The drafts of entries that are only proposed; what the review reads is asked for with their ids. */
export const suggestedQuery = `*[${ENTRY} && suggested == true && _id in path("drafts.**")]._id`

/** What the review reads, in one request; `$suggested` are the ids of proposed entries, as published. */
export const reviewQuery = `{
  "count": count(*[${OPEN_STORY}]),
  "stories": *[${OPEN_STORY}] | order(_updatedAt desc, _id)[0...${MOST_STORIES}]{_id, _type, title, body},
  "companions": *[_type == "desk" && !(_id in path("versions.**")) && count(items) > 0
    && subject._ref in *[${OPEN_STORY}]{"id": string::split(_id, "drafts.")[1]}.id
  ]{subject, items[]{blockKey, key, rule, confidence, candidates}},
  "entries": *[${ENTRY} && !(_id in path("versions.**"))]{
    _id, _type, name, title, suggested, disambiguation
  }
}`

/** Whatever changes what the review reads. */
export const reviewTrigger =
  '*[_type in ["article", "desk", "person", "unit", "organisation", "place", "poll"]]'

/** Somebody or something that words can mean. */
export interface Entry {
  readonly id: string
  readonly type: string
  readonly name: string
  /** What tells it from others of its name. */
  readonly note: string
  readonly isSuggested: boolean
}

/** Everything that is open, and what is needed to show it. */
export interface Review {
  readonly suggestions: readonly Suggestion[]
  /** The titles of the listed stories, by id. */
  readonly stories: ReadonlyMap<string, string>
  /** How many stories have suggestions, listed or not. */
  readonly storyCount: number
  readonly entries: ReadonlyMap<string, Entry>
}

/** Reads an answer to `reviewQuery`. */
export function readReview(answer: unknown): Review {
  const drafts = itemsOf(readKey(answer, 'stories'))
  const entries = itemsOf(readKey(answer, 'entries'))
  return {
    suggestions: openSuggestions([...drafts, ...entries], itemsOf(readKey(answer, 'companions'))),
    stories: new Map(drafts.map((story) => [idOf(story), textOf(story['title'])])),
    storyCount: Number(readKey(answer, 'count') ?? 0),
    entries: entriesById(entries),
  }
}

/** Everybody that there is an entry for; a draft says more recently than what is published. */
function entriesById(documents: readonly Fields[]): Map<string, Entry> {
  const byId = new Map<string, Entry>()
  const draftsLast = documents.toSorted(
    (one, other) => Number(isDraftId(String(one['_id']))) - Number(isDraftId(String(other['_id']))),
  )
  for (const document of draftsLast) {
    const {_type, name, title, disambiguation, suggested} = document
    const id = idOf(document)
    byId.set(id, {
      id,
      type: String(_type),
      name: textOf(name) || textOf(title),
      note: textOf(disambiguation),
      isSuggested: suggested === true,
    })
  }
  return byId
}

function textOf(value: unknown): string {
  return isText(value) ? value : ''
}
