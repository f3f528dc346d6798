import {choiceOf, marksOf, type MarkedWords} from '../../schemas/confirmation.ts'
import {isText, itemsOf, refOf} from '../../schemas/rules/read.ts'
import {isDraftId, publishedIdOf} from '../../seed/documentIds.ts'
import {sentencesIn} from '../../seed/extract/sentences.ts'
import {confidences} from '../../vocabulary/desk.ts'
import type {Fields, Suggestion} from './suggestion.ts'

/**
 * Everything in some drafts that waits for an editor, the least certain first; what is equally
 * certain in the order of the stories and their texts, each new entry after the first words that
 * lead to it. `companions` are what the desk keeps of the stories.
 */
export function openSuggestions(
  drafts: readonly Fields[],
  companions: readonly Fields[],
): Suggestion[] {
  const items = new Map(
    companions.flatMap((desk) =>
      itemsOf(desk['items']).map((item) => [itemKey(refOf(desk['subject']), item), item] as const),
    ),
  )
  const allMarks = drafts
    .filter(({_id, _type}) => _type === 'article' && isDraftId(String(_id)))
    .flatMap((story) =>
      marksOf(story['body']).map((marked) => ({
        suggestion: markSuggestion(story, marked, items),
        isOpen: marked.mark['suggested'] === true,
      })),
    )
  const byTarget = Map.groupBy(allMarks, ({suggestion}) => suggestion.target)
  const entries = new Map(
    drafts
      .filter(({_type, suggested}) => _type !== 'article' && suggested === true)
      .map((entry) => {
        const about = byTarget.get(idOf(entry)) ?? []
        return [
          idOf(entry),
          entrySuggestion(
            entry,
            about.map(({suggestion}) => suggestion),
          ),
        ] as const
      }),
  )
  const inOrder = allMarks.flatMap(({suggestion, isOpen}) => {
    const entry = suggestion.target === undefined ? undefined : entries.get(suggestion.target)
    if (entry) entries.delete(entry.key)
    return [...(isOpen ? [suggestion] : []), ...(entry ? [entry] : [])]
  })
  return [...inOrder, ...entries.values()].sort((one, other) => rank(one) - rank(other))
}

/** Whom or what a mark is about: who is mentioned or speaks, which poll, who claims a figure. */
export function targetOf(mark: Fields): string | undefined {
  const {entity, speaker, poll, attributedTo} = mark
  return refOf(entity) ?? refOf(speaker) ?? refOf(poll) ?? refOf(attributedTo)
}

/** The suggestions about the same words and the same one in the same story, the given among them. */
export function alike(all: readonly Suggestion[], {kind, words, target, stories}: Suggestion) {
  return all.filter(
    (one) =>
      one.kind === kind &&
      one.words === words &&
      one.target === target &&
      one.stories[0] === stories[0],
  )
}

/** The id under which a draft is, or will be, published. */
export function idOf({_id}: Fields): string {
  return publishedIdOf(String(_id))
}

/** The key of a mark’s suggestion. */
export function markKey(story: string, block: unknown, mark: unknown): string {
  return `${story} ${String(block)} ${String(mark)}`
}

/** A suggested mark as a suggestion, with what the desk keeps of it. */
export function markSuggestion(
  story: Fields,
  marked: MarkedWords,
  items: ReadonlyMap<string, Fields> = new Map(),
): Suggestion {
  const {block, mark, text} = marked
  const id = idOf(story)
  const key = markKey(id, block['_key'], mark['_key'])
  const item = items.get(key)
  return {
    key,
    kind: kindOf(mark),
    stories: [id],
    block: String(block['_key']),
    mark: String(mark['_key']),
    words: text,
    ...around(marked),
    target: targetOf(mark),
    choice: choiceOf(mark),
    rule: textOf(item?.['rule']),
    confidence: textOf(item?.['confidence']),
    candidates: itemsOf(item?.['candidates']).flatMap((one) => refOf(one) ?? []),
  }
}

/** An entry is as certain as the surest words that lead to it: a poll as its least sure figure. */
function entrySuggestion(entry: Fields, marks: readonly Suggestion[]): Suggestion {
  const id = idOf(entry)
  const sorted = marks.toSorted((one, other) => rank(other) - rank(one))
  const [first] = marks
  const shown = entry['_type'] === 'poll' ? first : marks.find(isMention)
  const decisive = entry['_type'] === 'poll' ? sorted.at(-1) : sorted[0]
  return {
    key: id,
    kind: 'entry',
    stories: [...new Set(marks.flatMap(({stories}) => stories))],
    block: first?.block ?? '',
    mark: first?.mark ?? '',
    words: shown?.words ?? [entry['name'], entry['title']].find(isText) ?? '',
    before: shown?.before ?? '',
    after: shown?.after ?? '',
    target: id,
    choice: '',
    rule: decisive?.rule ?? '',
    confidence: decisive?.confidence ?? '',
    candidates: [...new Set(marks.filter(isMention).flatMap((one) => one.candidates))],
  }
}

function isMention({kind}: Suggestion): boolean {
  return kind === 'mention'
}

/** The rest of the sentence in which marked words stand. */
function around({block, mark}: MarkedWords): {before: string; after: string} {
  const spans = itemsOf(block['children'])
  const isMarked = ({marks}: Fields) => Array.isArray(marks) && marks.includes(mark['_key'])
  const textBefore = spans.slice(0, spans.findIndex(isMarked)).map(wordsOf).join('')
  const textAfter = spans
    .slice(spans.findLastIndex(isMarked) + 1)
    .map(wordsOf)
    .join('')
  const text = spans.map(wordsOf).join('')
  const start = textBefore.length
  const end = text.length - textAfter.length
  const sentences = sentencesIn(text, {start: 0, end: text.length})
  const from = sentences.findLast((one) => one.start <= start)?.start ?? 0
  const to = sentences.find((one) => one.end >= end)?.end ?? text.length
  return {before: text.slice(from, start), after: text.slice(end, to)}
}

function kindOf({_type}: Fields): Suggestion['kind'] {
  return _type === 'quotation' || _type === 'figure' ? _type : 'mention'
}

/** What nothing is known of is the least certain. */
function rank({confidence}: Suggestion): number {
  const place = confidences.findIndex(({value}) => value === confidence)
  return place === -1 ? -confidences.length : -place
}

function itemKey(story: string | undefined, item: Fields): string {
  return markKey(story ?? '', item['blockKey'], item['key'])
}

function wordsOf({text}: Fields): string {
  return typeof text === 'string' ? text : ''
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
