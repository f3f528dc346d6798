import {isText, itemsOf, refOf} from '../../schemas/rules/read.ts'
import {extract} from '../../seed/extract/extract.ts'
import type {Figure} from '../../seed/extract/figures.ts'
import type {Gazetteer} from '../../seed/extract/gazetteer.ts'
import type {Mention} from '../../seed/extract/mentions.ts'
import {onlyKnown} from '../../seed/extract/onlyKnown.ts'
import type {Quotation} from '../../seed/extract/quotations.ts'
import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {addMarks, type MarkedBlock, type NewMark, textOf} from './addMarks.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is known while a text is read. */
export interface Known {
  /** The people, units, organisations and places of the dataset, published or not. */
  readonly entities: readonly Fields[]
  /** What an editor said some words do not mean. */
  readonly notThis: readonly Fields[]
}

/** What changes in a text, by the key of the paragraph, and how many marks that adds. */
export interface Suggestions {
  readonly count: number
  readonly blocks: ReadonlyMap<string, MarkedBlock>
}

/** Reads a story and suggests marks: who is mentioned, who says what, which numbers are given. */
export function suggestMarks(
  title: string,
  body: unknown,
  {entities, notThis}: Known,
): Suggestions {
  const {text, blocks} = layOut(title, itemsOf(body))
  const {mentions, quotations, figures} = onlyKnown(extract(text, gazetteerOfDataset(entities)))
  const types = new Map(entities.map(({_id, _type, isDraft}) => [_id, {type: _type, isDraft}]))
  const refer = (id: string) => referenceTo(id, types.get(id))
  const wanted = mentions.filter((found) => !isExcluded(text, found, notThis))

  const changed = new Map<string, MarkedBlock>()
  let count = 0
  for (const {key, start, end, block} of blocks) {
    const within = (found: {start: number; end: number}) => start <= found.start && found.end <= end
    const at = (found: {start: number; end: number}, mark: NewMark['mark']): NewMark => ({
      start: found.start - start,
      end: found.end - start,
      mark: {...mark, suggested: true},
    })
    const marks = [
      ...quotations
        .filter(within)
        .map((one) => at(one, quotationMark(text, one, start, key, refer))),
      ...wanted.filter(within).map((one) => at(one, mentionMark(one, start, key, refer))),
      ...figures.filter(within).map((one) => at(one, figureMark(text, one, start, key))),
    ]
    const marked = addMarks(block, marks)
    if (!marked) continue
    count += marked.markDefs.length - itemsOf(block['markDefs']).length
    changed.set(key, marked)
  }
  return {count, blocks: changed}
}

/**
 * The names to look for. A codename means somebody in its own story only, and so does a description:
 * neither is looked for in others.
 */
export function gazetteerOfDataset(entities: readonly Fields[]): Gazetteer {
  return entities.flatMap((entity) => {
    const {_id, _type, name, naming, alternateNames} = entity
    const type = entityTypes.find((one) => one === _type)
    const isNamed = ['fullName', 'mononym', 'named', undefined, null].some((one) => one === naming)
    if (!type || !isText(_id) || !isText(name) || !isNamed) return []
    const others = itemsOf(alternateNames).flatMap((variant) =>
      isText(variant['name']) && !['codename', 'callSign'].some((kind) => kind === variant['kind'])
        ? [variant['name']]
        : [],
    )
    return [{entity: _id, type, names: [name, ...others]}]
  })
}

interface LaidOut {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly block: Fields
}

/** The story as the extractor reads it, one line a paragraph, and where each paragraph lies in it. */
function layOut(title: string, body: readonly Fields[]): {text: string; blocks: LaidOut[]} {
  let text = `${oneLine(title)}\n`
  const blocks: LaidOut[] = []
  for (const block of body) {
    if (block['_type'] !== 'block' || !isText(block['_key'])) continue
    const line = oneLine(textOf(block))
    blocks.push({key: block['_key'], start: text.length, end: text.length + line.length, block})
    text += `${line}\n`
  }
  return {text, blocks}
}

/** A break inside a paragraph does not end it; every character keeps its place. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]/g, ' ')
}

function isExcluded(text: string, mention: Mention, notThis: readonly Fields[]): boolean {
  const words = text.slice(mention.start, mention.end)
  return notThis.some(({wording, entity}) => {
    const id = refOf(entity)
    return wording === words && (id === undefined || id === mention.entity)
  })
}

type Refer = (id: string) => object

function mentionMark(mention: Mention, from: number, key: string, refer: Refer): NewMark['mark'] {
  return {
    _key: `${key}m${mention.start - from}`,
    _type: 'mention',
    entity: refer(mention.entity),
  }
}

function quotationMark(
  text: string,
  quotation: Quotation,
  from: number,
  key: string,
  refer: Refer,
): NewMark['mark'] {
  const {speaker, basis, kind, continues, cue, nested} = quotation
  return {
    _key: `${key}q${quotation.start - from}`,
    _type: 'quotation',
    ...(speaker !== null && {speaker: refer(speaker)}),
    basis: speaker === null ? 'unattributed' : basis,
    kind,
    continues,
    ...(cue && {cue: text.slice(cue.start, cue.end)}),
    ...(nested.length > 0 && {
      nested: nested.map(({start, end}, index) => ({
        _key: `n${index}`,
        _type: 'nestedQuotation',
        text: text.slice(start + 1, end - 1),
      })),
    }),
  }
}

function figureMark(text: string, figure: Figure, from: number, key: string): NewMark['mark'] {
  const {start, end, qualifier, value, unit, min, max, numerator, denominator} = figure
  const parts = Object.entries({value, unit, min, max, numerator, denominator})
  const given = Object.fromEntries(parts.filter(([, part]) => part !== null))
  return {
    _key: `${key}f${start - from}`,
    _type: 'figure',
    value: {_type: 'measuredValue', wording: text.slice(start, end), qualifier, ...given},
  }
}

/** Whoever is not published yet can be named all the same: the reference waits for it. */
function referenceTo(id: string, known: {type: unknown; isDraft: unknown} | undefined): object {
  return {
    _type: 'reference',
    _ref: id,
    ...(known?.isDraft === true && {_weak: true, _strengthenOnPublish: {type: known.type}}),
  }
}
