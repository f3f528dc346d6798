import {isRecord, refOf} from '../../schemas/rules/read.ts'

/** What is known of the stories that a new citation may mean. */
export interface StoriesInView {
  /** Those that are open beside the entry, the one nearest to it last. */
  readonly open: readonly string[]
  /** Those that the entry’s other facts cite. */
  readonly cited: readonly string[]
  /** Those that mention or quote the entry. */
  readonly naming: readonly string[]
}

/**
 * The story that a new citation means: the one from which the entry was opened, else the only one
 * that its other facts cite, else the only one that names it. Nothing where it could be several: a
 * source that is guessed is none.
 */
export function citedStory({open, cited, naming}: StoriesInView): string | undefined {
  return open.at(-1) ?? only(cited) ?? only(naming)
}

/** The stories that the facts of a document cite. */
export function storiesCitedIn(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(storiesCitedIn))]
  if (!isRecord(value)) return []
  const own = value['_type'] === 'storyCitation' ? (refOf(value['article']) ?? []) : []
  return [...new Set([own, Object.values(value).map(storiesCitedIn)].flat(2))]
}

/** A paragraph of a story, with its key. */
export interface Paragraph {
  readonly key: string
  readonly text: string
}

/**
 * Where a passage stands in a story, counted from 1. The paragraph that was chosen before is kept
 * while it holds the words.
 */
export function locatePassage(
  paragraphs: readonly Paragraph[],
  passage: string,
  chosen: unknown,
): {key: string; number: number} | undefined {
  const holding = paragraphs.filter(({text}) => text.includes(passage.trim()))
  const found = holding.find(({key}) => key === chosen) ?? holding[0]
  return found && {key: found.key, number: paragraphs.indexOf(found) + 1}
}

function only(ids: readonly string[]): string | undefined {
  return new Set(ids).size === 1 ? ids[0] : undefined
}
