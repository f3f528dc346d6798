import {isText, itemsOf} from '../../schemas/rules/read.ts'

type Fields = Readonly<Record<string, unknown>>

/** A mark with the words it is for, as offsets into the text of its paragraph. */
export interface NewMark {
  readonly start: number
  readonly end: number
  readonly mark: {readonly _key: string; readonly _type: string; readonly [field: string]: unknown}
}

/** What a paragraph’s spans and marks become. */
export interface MarkedBlock {
  readonly markDefs: readonly Fields[]
  readonly children: readonly Fields[]
}

/** The text of a paragraph, its spans joined. */
export function textOf(block: Fields): string {
  return itemsOf(block['children']).map(wordsOf).join('')
}

/**
 * Adds marks to a paragraph, whose words stay as they are. Words that carry a mark of the same kind
 * already are left alone: an editor, or an earlier reading, has seen them.
 */
export function addMarks(block: Fields, found: readonly NewMark[]): MarkedBlock | undefined {
  const spans = placed(itemsOf(block['children']))
  const markDefs = itemsOf(block['markDefs'])
  const kinds = new Map(markDefs.map(({_key, _type}) => [_key, _type]))
  const added = found.filter(
    ({start, end, mark}) =>
      !kinds.has(mark._key) &&
      !spans.some(
        (span) =>
          span.start < end &&
          start < span.end &&
          marksOn(span.value).some((key) => kinds.get(key) === mark._type),
      ),
  )
  if (added.length === 0) return undefined
  return {
    markDefs: [...markDefs, ...added.map(({mark}) => mark)],
    children: spans.flatMap((span) => cut(span, added)),
  }
}

interface PlacedSpan {
  readonly start: number
  readonly end: number
  readonly value: Fields
}

function placed(children: readonly Fields[]): PlacedSpan[] {
  let start = 0
  return children.map((value) => {
    const span = {start, end: start + wordsOf(value).length, value}
    start = span.end
    return span
  })
}

/** Cuts a span wherever a new mark begins or ends in it. The first piece keeps its key. */
function cut({start, end, value}: PlacedSpan, added: readonly NewMark[]): Fields[] {
  const edges = added.flatMap((one) => [one.start, one.end])
  const inside = edges.filter((edge) => start < edge && edge < end)
  const cuts = [...new Set([start, ...inside, end])].sort((a, b) => a - b)
  if (start === end) return [value]
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? to
    const keys = added.filter((one) => one.start <= from && to <= one.end)
    return {
      ...value,
      _key: index === 0 ? value['_key'] : `${String(value['_key'])}-${from}`,
      text: wordsOf(value).slice(from - start, to - start),
      marks: [...marksOn(value), ...keys.map(({mark}) => mark._key)],
    }
  })
}

function wordsOf(span: Fields): string {
  return typeof span['text'] === 'string' ? span['text'] : ''
}

function marksOn({marks}: Fields): string[] {
  return Array.isArray(marks) ? marks.filter(isText) : []
}
