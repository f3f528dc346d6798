import type {PatchOperations} from '@sanity/client'

import {choiceOf, marksOf, type MarkedWords} from '../../schemas/confirmation.ts'
import {itemsOf, refOf} from '../../schemas/rules/read.ts'
import {deskItemKey} from '../../seed/marks/deskItem.ts'

type Fields = Readonly<Record<string, unknown>>

/** Who decides, when, and what. */
export interface Decision {
  readonly decision: 'confirmed' | 'rejected'
  readonly by: string
  readonly at: string
}

/** The marks of a text that a machine proposed and nobody has decided about. */
export function suggestedMarks(body: unknown): MarkedWords[] {
  return marksOf(body).filter(({mark}) => mark['suggested'] === true)
}

/** What takes the mark “Suggested” off: from then on these marks can be published. */
export function confirmPatch(marks: readonly MarkedWords[]): PatchOperations {
  return {unset: marks.map((marked) => `${markPath(marked)}.suggested`)}
}

/** What takes a mark off its words. The words stay. */
export function removePatches(marks: readonly MarkedWords[]): PatchOperations[] {
  return marks.map((marked) => {
    const {block, mark} = marked
    const spans = itemsOf(block['children']).flatMap(({_key, marks: keys}) =>
      Array.isArray(keys) && keys.includes(mark['_key'])
        ? [[spanPath(block['_key'], _key), keys.filter((key) => key !== mark['_key'])] as const]
        : [],
    )
    return {set: Object.fromEntries(spans), unset: [markPath(marked)]}
  })
}

/**
 * What the desk keeps of marks once somebody has decided about them: with the words and the choice
 * it was made for, for when either changes, a confirmation lapses.
 */
export function decidedItems(
  items: unknown,
  marks: readonly MarkedWords[],
  decision: Decision,
): Fields[] {
  const decided = marks.map(({block, mark, text}) => {
    const own = itemsOf(items).find((item) => isAbout(item, {block, mark}))
    return {
      _type: 'deskItem',
      _key: deskItemKey(String(block['_key']), String(mark['_key'])),
      ...own,
      blockKey: block['_key'],
      key: mark['_key'],
      wording: text,
      choice: choiceOf(mark),
      ...decision,
    }
  })
  const others = itemsOf(items).filter((item) => !marks.some((marked) => isAbout(item, marked)))
  return [...others, ...decided]
}

function isAbout(item: Fields, {block, mark}: Pick<MarkedWords, 'block' | 'mark'>): boolean {
  return item['blockKey'] === block['_key'] && item['key'] === mark['_key']
}

/** The suggested mentions that give the same words to the same one, the given mention among them. */
export function alikeMentions(body: unknown, {mark, text}: MarkedWords): MarkedWords[] {
  return suggestedMarks(body).filter(
    (other) =>
      other.mark['_type'] === 'mention' &&
      other.text === text &&
      refOf(other.mark['entity']) === refOf(mark['entity']),
  )
}

/** The list of what words do not mean, with what an editor has said of a mention. */
export function excludedWords(notThis: unknown, {mark, text}: MarkedWords): Fields[] {
  const entity = refOf(mark['entity'])
  const kept = itemsOf(notThis).filter(
    (one) => one['wording'] !== text || refOf(one['entity']) !== entity,
  )
  return [
    ...kept,
    {
      _type: 'deskExclusion',
      _key: crypto.randomUUID().slice(0, 8),
      wording: text,
      ...(entity !== undefined && {entity: {_type: 'reference', _ref: entity, _weak: true}}),
    },
  ]
}

/** The ids of all documents that a value refers to. */
export function referencedIds(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(referencedIds))]
  if (typeof value !== 'object' || value === null) return []
  const own = refOf(value)
  return [...new Set([...(own ? [own] : []), ...Object.values(value).flatMap(referencedIds)])]
}

function markPath({block, mark}: Pick<MarkedWords, 'block' | 'mark'>): string {
  return `body[_key=="${String(block['_key'])}"].markDefs[_key=="${String(mark['_key'])}"]`
}

function spanPath(block: unknown, span: unknown): string {
  return `body[_key=="${String(block)}"].children[_key=="${String(span)}"].marks`
}
