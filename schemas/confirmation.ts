import type {ConfirmationState} from '../vocabulary/desk.ts'
import {isRecord, itemsOf, readKey} from './rules/read.ts'

type Fields = Readonly<Record<string, unknown>>

/** A mark in a story’s text, the paragraph it stands in, and the words it marks. */
export interface MarkedWords {
  readonly block: Fields
  readonly mark: Fields
  readonly text: string
}

/**
 * Every mark of a story’s text (mention, quotation, figure, link) with the words it marks, in the
 * order of the text. A mark that has lost its words has the text `''`.
 */
export function marksOf(body: unknown): MarkedWords[] {
  return itemsOf(body).flatMap((block) => {
    const children = itemsOf(block['children'])
    const first = (mark: Fields) => children.findIndex((span) => carries(span, mark['_key']))
    return itemsOf(block['markDefs'])
      .map((mark) => ({block, mark, text: wordsOf(block, mark['_key'])}))
      .sort((one, other) => first(one.mark) - first(other.mark))
  })
}

/** The words of a paragraph that carry the mark with this key; `''` where none do. */
export function wordsOf(block: unknown, key: unknown): string {
  return itemsOf(readKey(block, 'children'))
    .filter((span) => carries(span, key))
    .map(({text}) => (typeof text === 'string' ? text : ''))
    .join('')
}

/**
 * The state of a mark, in the vocabulary that editors read. A suggestion carries the mark
 * `suggested` in the draft. A confirmation is an item of the story’s desk companion that keeps the
 * words and the choice it confirmed; when either is another one now, it has lapsed. A mark without
 * such an item was made by an editor’s own hand.
 */
export function confirmationState(
  {mark, text}: Pick<MarkedWords, 'mark' | 'text'>,
  item?: unknown,
): ConfirmationState {
  if (mark['suggested'] === true) return 'suggested'
  if (!isRecord(item) || item['decision'] !== 'confirmed') return 'confirmed'
  return item['wording'] === text && item['choice'] === choiceOf(mark) ? 'confirmed' : 'changed'
}

/**
 * What somebody chose who confirmed a mark: whom it mentions, who speaks, which finding it gives.
 * Kept beside the confirmed words, so that another choice makes the confirmation lapse too.
 */
export function choiceOf(mark: Fields): string {
  const refs = ['entity', 'speaker', 'attributedTo', 'poll'].map((name) =>
    readKey(mark[name], '_ref'),
  )
  return [...refs, mark['findingKey'], readKey(mark['value'], 'value')]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ')
}

/** Whether the mark that a confirmed item of the desk companion is about has changed since. */
export function isChanged(item: Fields, body: unknown): boolean {
  const marked = marksOf(body).find(
    ({block, mark}) => block['_key'] === item['blockKey'] && mark['_key'] === item['key'],
  )
  return marked !== undefined && confirmationState(marked, item) === 'changed'
}

function carries(span: Fields, key: unknown): boolean {
  const marks = span['marks']
  return Array.isArray(marks) && marks.includes(key)
}
