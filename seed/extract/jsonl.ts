import type {EntityType} from '../../vocabulary/entityTypes.ts'
import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {percentUnit} from '../../vocabulary/values.ts'
import type {Extraction} from './extract.ts'
import type {Figure} from './figures.ts'
import type {Mention} from './mentions.ts'
import {inReadingOrder} from './span.ts'

/** One line of `storygraph extract --jsonl`: what was found in one article, offsets in UTF-16 units. */
export interface ExtractionLine {
  readonly id: string
  readonly entities: readonly {
    readonly start: number
    readonly end: number
    readonly type: 'person' | 'org' | 'unit' | 'place'
    readonly entity: string
  }[]
  readonly quotes: readonly {
    readonly start: number
    readonly end: number
    readonly speaker: SpeakerLine | null
    readonly confidence: number
  }[]
  readonly findings: readonly FindingLine[]
}

interface SpeakerLine {
  readonly text: string
  readonly start?: number
  readonly end?: number
  readonly entity?: string
}

interface FindingLine {
  readonly start: number
  readonly end: number
  readonly value: number | null
  readonly qualifier: 'more than' | 'less than' | 'about' | 'nearly' | 'only' | 'majority' | null
  readonly unit: 'percent' | 'fraction' | 'ratio' | 'points' | 'majority'
  readonly kind: 'poll' | 'stat'
}

const lineTypes = {
  person: 'person',
  organisation: 'org',
  unit: 'unit',
  place: 'place',
} as const satisfies Record<EntityType, string>

/** Turns an extraction into its line; entities go by their fullest name. */
export function toJsonLine(id: string, extraction: Extraction): ExtractionLine {
  const names = new Map(extraction.entities.map(({entity, name}) => [entity, name]))
  const nameOf = (entity: string) => names.get(entity) ?? entity
  const {text} = extraction
  const spoken = extraction.quotations.filter(({kind}) => kind !== 'scare')
  const polledFigures = new Set(extraction.pollFindings.map(({figure}) => figure))
  return {
    id,
    entities: extraction.mentions.toSorted(byType).map(({start, end, type, entity}) => ({
      start,
      end,
      type: lineTypes[type],
      entity: nameOf(entity),
    })),
    quotes: spoken.map(({start, end, speaker, speakerWords, confidence}) => {
      const words = speakerWords && {start: speakerWords.start, end: speakerWords.end}
      const known = speaker === null ? undefined : nameOf(speaker)
      const printed = words ? text.slice(words.start, words.end) : known
      if (printed === undefined) return {start, end, speaker: null, confidence}
      const entity = known === undefined ? {} : {entity: known}
      return {start, end, speaker: {text: printed, ...words, ...entity}, confidence}
    }),
    findings: extraction.figures.flatMap((figure) => {
      const polled = polledFigures.has(figure)
      const unit = shareUnit(figure, polled)
      if (!unit) return []
      const {end} = figure
      const value = unit === 'majority' ? null : figure.value
      const start = figure.framing?.start ?? figure.start
      const kind = polled ? ('poll' as const) : ('stat' as const)
      return [{start, end, value, qualifier: lineQualifier(figure), unit, kind}]
    }),
  }
}

/** People first, then bodies, then places, as the types are listed; in reading order each. */
function byType(a: Mention, b: Mention): number {
  return entityTypes.indexOf(a.type) - entityTypes.indexOf(b.type) || inReadingOrder(a, b)
}

function shareUnit({unit, form}: Figure, polled: boolean): FindingLine['unit'] | undefined {
  if (unit === 'percentage points' || (polled && unit === 'points')) return 'points'
  if (unit !== percentUnit) return undefined
  return form === 'fraction' || form === 'ratio' || form === 'majority' ? form : 'percent'
}

function lineQualifier(figure: Figure): FindingLine['qualifier'] {
  const {form, qualifier, qualifierWords, framing} = figure
  if (form === 'majority') return 'majority'
  if (qualifier === 'moreThan' || qualifier === 'atLeast') return 'more than'
  if (qualifier === 'lessThan' || qualifier === 'atMost') return 'less than'
  if (qualifier === 'approx') {
    return /^(?:nearly|almost|close to|approach)/i.test(qualifierWords ?? '') ? 'nearly' : 'about'
  }
  return framing === null ? null : 'only'
}
