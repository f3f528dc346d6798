/** A document with whatever fields it has. */
export type Fields = Readonly<Record<string, unknown>>

/** Documents by their id, drafts under `drafts.`. */
export type Documents = ReadonlyMap<string, Fields>

/** What can be suggested: a mark in a story, or a new entry about somebody, something or a poll. */
export type SuggestionKind = 'mention' | 'quotation' | 'figure' | 'entry'

/** One thing that a reading of a text proposed and nobody has decided about. */
export interface Suggestion {
  /** Tells it from all others, and is the same whenever the same is read again. */
  readonly key: string
  readonly kind: SuggestionKind
  /** The ids, as published, of the stories that it is about: of a mark one. */
  readonly stories: readonly string[]
  /** The keys of paragraph and mark; of an entry, those of the first mark that leads to it. */
  readonly block: string
  readonly mark: string
  /** The marked words, of an entry the first that name it, and what stands around them in their sentence. */
  readonly words: string
  readonly before: string
  readonly after: string
  /** The id, as published, of whom or what is proposed; nothing for an open speaker or a figure. */
  readonly target: string | undefined
  /** What exactly is proposed, to see whether somebody has changed it meanwhile. */
  readonly choice: string
  /** The rule in words, and the value of `confidences`; empty where nothing is known of it. */
  readonly rule: string
  readonly confidence: string
  /** The ids, as published, of others whom the words could mean. */
  readonly candidates: readonly string[]
}
