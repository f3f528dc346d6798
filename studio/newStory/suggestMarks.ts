import {choiceOf} from '../../schemas/confirmation.ts'
import {isText, itemsOf, refOf} from '../../schemas/rules/read.ts'
import {extract} from '../../seed/extract/extract.ts'
import {onlyKnown} from '../../seed/extract/onlyKnown.ts'
import type {Span} from '../../seed/extract/span.ts'
import type {Known as Dataset} from '../../seed/known/known.ts'
import {deskItem} from '../../seed/marks/deskItem.ts'
import {type FoundMark, paragraphMarks, type Reading} from '../../seed/marks/paragraphMarks.ts'
import {referenceTo, referenceToDraft} from '../../seed/marks/references.ts'
import {addMarks, type MarkedBlock, textOf} from './addMarks.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is known while a text is read. */
export interface Known {
  /** The people, units, organisations and places of the dataset, published or not. */
  readonly dataset: Dataset
  /** What an editor said some words do not mean. */
  readonly notThis: readonly Fields[]
  /** What the desk keeps of the story’s marks: what was rejected is not suggested again. */
  readonly items: readonly Fields[]
}

/** What changes in a text, by the key of the paragraph, and what the desk is to keep of each mark. */
export interface Suggestions {
  readonly blocks: ReadonlyMap<string, MarkedBlock>
  readonly items: readonly ReturnType<typeof deskItem>[]
}

/** Reads a story and suggests marks: who is mentioned, who says what, which numbers are given. */
export function suggestMarks(title: string, body: unknown, known: Known): Suggestions {
  const {text, paragraphs} = layOut(title, itemsOf(body))
  const gazetteer = known.dataset.gazetteerFor(text)
  const reading = withoutExcluded(onlyKnown(extract(text, gazetteer)), known.notThis)
  const refer = referrer(known.dataset)
  const blocks = new Map<string, MarkedBlock>()
  const items: ReturnType<typeof deskItem>[] = []
  for (const {key, block, ...paragraph} of paragraphs) {
    const decided = known.items.filter(({blockKey}) => blockKey === key)
    const taken = new Set([
      ...itemsOf(block['markDefs']).map(({_key}) => _key),
      ...decided.map((item) => item['key']),
    ])
    const found = paragraphMarks(reading, paragraph, {
      block: key,
      refer,
      isTaken: (one) => taken.has(one),
    }).filter((one) => !isRejected(one, text, decided))
    const marked = addMarks(
      block,
      found.map(({start, end, mark}) => ({
        start: start - paragraph.start,
        end: end - paragraph.start,
        mark: {...mark, suggested: true},
      })),
    )
    if (!marked) continue
    blocks.set(key, marked)
    const added = new Set(marked.markDefs.map(({_key}) => _key))
    const place = {block: key, reading, gazetteer}
    items.push(...found.filter(({mark}) => added.has(mark._key)).map((one) => deskItem(one, place)))
  }
  return {blocks, items}
}

interface LaidOut extends Span {
  readonly key: string
  readonly block: Fields
}

/** The story as the extractor reads it, one line a paragraph, and where each paragraph lies in it. */
function layOut(title: string, body: readonly Fields[]): {text: string; paragraphs: LaidOut[]} {
  let text = `${oneLine(title)}\n`
  const paragraphs: LaidOut[] = []
  for (const block of body) {
    if (block['_type'] !== 'block' || !isText(block['_key'])) continue
    const line = oneLine(textOf(block))
    paragraphs.push({
      key: block['_key'],
      start: text.length,
      end: text.length + line.length,
      block,
    })
    text += `${line}\n`
  }
  return {text, paragraphs}
}

/** A break inside a paragraph does not end it; every character keeps its place. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]/g, ' ')
}

/** What was found, but for names that an editor said do not mean the one they were taken for. */
function withoutExcluded(reading: Reading, notThis: readonly Fields[]): Reading {
  const isExcluded = ({start, end}: Span, id: string) =>
    notThis.some(({wording, entity}) => {
      const excluded = refOf(entity)
      const isSame = wording === reading.text.slice(start, end)
      return isSame && (excluded === undefined || excluded === id)
    })
  return {
    ...reading,
    mentions: reading.mentions.filter((one) => !isExcluded(one, one.entity)),
    quotations: reading.quotations.map((one) =>
      one.speaker !== null && one.speakerWords && isExcluded(one.speakerWords, one.speaker)
        ? {...one, speaker: null}
        : one,
    ),
  }
}

function isRejected({mark, start, end}: FoundMark, text: string, items: readonly Fields[]) {
  const choice = choiceOf({...mark})
  const words = text.slice(start, end)
  return items.some(
    (item) =>
      item['decision'] === 'rejected' && item['wording'] === words && item['choice'] === choice,
  )
}

/** Whoever is not published yet can be named all the same: the reference waits for it. */
function referrer(dataset: Dataset): typeof referenceTo {
  return (id) => {
    const type = dataset.isPublished(id) ? undefined : dataset.typeOf(id)
    return type ? referenceToDraft(id, type) : referenceTo(id)
  }
}
