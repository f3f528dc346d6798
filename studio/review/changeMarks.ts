import {choiceOf, marksOf, type MarkedWords} from '../../schemas/confirmation.ts'
import {isText, itemsOf, refOf} from '../../schemas/rules/read.ts'
import {draftIdOf} from '../../seed/documentIds.ts'
import {decidedItems, excludedWords, suggestedMarks} from '../actions/decisions.ts'
import {markKey} from './openSuggestions.ts'
import type {Documents, Fields, Suggestion} from './suggestion.ts'

/** Who decides and when; and the key or id of what is made on the way. */
export interface Stamp {
  readonly by: string
  readonly at: string
  readonly newKey: () => string
}

/** The documents after a step, and the suggestions that somebody else changed before it. */
export interface Outcome {
  readonly documents: Documents
  readonly missed: readonly Suggestion[]
}

/** What becomes of a suggested mark: another one, now confirmed; or nothing, when it is taken off. */
export type MarkChange = (mark: Fields) => Fields | undefined

/**
 * Decides about suggested marks, in the drafts that they stand in and in what the desk keeps of
 * each story. Marks that are not any longer what was shown to the editor are left as they are.
 */
export function changeMarks(
  documents: Documents,
  suggestions: readonly Suggestion[],
  change: MarkChange,
  options: {readonly stamp: Stamp; readonly isForever?: boolean},
): Outcome {
  const after = new Map(documents)
  const missed: Suggestion[] = []
  for (const [story, asked] of Map.groupBy(suggestions, ({stories: [story = '']}) => story)) {
    const draft = documents.get(draftIdOf(story))
    const open = new Map(
      suggestedMarks(draft?.['body']).map((marked) => [keyOf(story, marked), marked] as const),
    )
    const marks = asked.flatMap((one) => {
      const marked = open.get(one.key)
      const isSame = marked?.text === one.words && choiceOf(marked.mark) === one.choice
      if (!isSame) missed.push(one)
      return isSame ? [marked] : []
    })
    if (!draft || marks.length === 0) continue
    const body = changeBody(draft['body'], marks, change)
    after.set(draftIdOf(story), {...draft, body})
    record(after, story, marks, {body, ...options})
  }
  return {documents: after, missed}
}

/** A mark that is no suggestion any more. */
export function confirmed({suggested: _, ...mark}: Fields): Fields {
  return mark
}

function changeBody(body: unknown, marks: readonly MarkedWords[], change: MarkChange): Fields[] {
  const byBlock = Map.groupBy(marks, ({block}) => block['_key'])
  return itemsOf(body).map((block) => {
    const keys = new Set(byBlock.get(block['_key'])?.map(({mark}) => mark['_key']))
    if (keys.size === 0) return block
    const markDefs = itemsOf(block['markDefs']).flatMap<Fields>((mark) =>
      keys.has(mark['_key']) ? (change(mark) ?? []) : [mark],
    )
    const left = new Set(markDefs.map(({_key}) => _key))
    const isOff = (key: unknown) => keys.has(key) && !left.has(key)
    const children = itemsOf(block['children']).map((span) => ({
      ...span,
      ...(Array.isArray(span['marks']) && {marks: span['marks'].filter((key) => !isOff(key))}),
    }))
    return {...block, markDefs, children}
  })
}

/** Writes down in the companions of a story, or in a new one, what was decided. */
function record(
  documents: Map<string, Fields>,
  story: string,
  marks: readonly MarkedWords[],
  {body, stamp, isForever}: {body: unknown; stamp: Stamp; isForever?: boolean},
): void {
  const {by, at} = stamp
  const asked = new Set(marks.map((marked) => keyOf(story, marked)))
  const kept = marksOf(body).filter((marked) => asked.has(keyOf(story, marked)))
  const keptKeys = new Set(kept.map((marked) => keyOf(story, marked)))
  const gone = marks.filter((marked) => !keptKeys.has(keyOf(story, marked)))
  for (const desk of companionsOf(documents, story, stamp)) {
    const items = decidedItems(desk['items'], kept, {decision: 'confirmed', by, at})
    const excluded = gone.filter(({mark}) => mark['_type'] === 'mention')
    documents.set(String(desk['_id']), {
      ...desk,
      items: decidedItems(items, gone, {decision: 'rejected', by, at}),
      ...(isForever && {notThis: excluded.reduce(excludedWords, itemsOf(desk['notThis']))}),
    })
  }
}

/** What the desk keeps of a story: usually one document, which is made when there is none. */
export function companionsOf(documents: Documents, story: string, {newKey}: Stamp): Fields[] {
  const found = [...documents.values()].filter(
    ({_id, _type, subject}) =>
      _type === 'desk' && refOf(subject) === story && isText(_id) && !_id.startsWith('versions.'),
  )
  const subject = {_type: 'reference', _ref: story, _weak: true}
  return found.length > 0 ? found : [{_id: `desk.${newKey()}`, _type: 'desk', subject}]
}

function keyOf(story: string, {block, mark}: MarkedWords): string {
  return markKey(story, block['_key'], mark['_key'])
}
