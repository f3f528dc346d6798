import type {FoundEntity} from './entities.ts'
import type {Figure} from './figures.ts'
import {findFigures} from './figures.ts'
import {findDates} from './dates.ts'
import type {DateFinding} from './dates.ts'
import type {Gazetteer} from './gazetteer.ts'
import type {Mention} from './mentions.ts'
import {findMentions} from './mentions.ts'
import {findNames} from './names/findNames.ts'
import type {Layout} from './paragraphs.ts'
import {readLayout} from './paragraphs.ts'
import type {Span} from './span.ts'
import type {PollFinding} from './pollFindings.ts'
import {findPollFindings} from './pollFindings.ts'
import {findQuotedSpans} from './quotedSpans.ts'
import type {Quotation} from './quotations.ts'
import {attributeQuotations} from './quotations.ts'
import {readParagraphs} from './tokens.ts'

/** Everything that was found in one article; every span points into the untouched text. */
export interface Extraction extends Layout {
  readonly text: string
  /** Everybody and everything that is mentioned, in the newsroom's gazetteer or not. */
  readonly entities: readonly FoundEntity[]
  readonly mentions: readonly Mention[]
  readonly quotations: readonly Quotation[]
  readonly dates: readonly DateFinding[]
  readonly figures: readonly Figure[]
  readonly pollFindings: readonly PollFinding[]
}

/** Reads an article: who is named, who says what, and which numbers are given. */
export function extract(
  text: string,
  gazetteer: Gazetteer,
  layout: Layout = readLayout(text),
): Extraction {
  const quotedSpans = findQuotedSpans(text, layout.paragraphs)
  const {entities, mentions} = findNames(text, gazetteer, findMentions(text, gazetteer))
  const paragraphs = readParagraphs(text, layout.paragraphs, mentions, quotedSpans)
  const dates = findDates(text)
  const figures = findFigures(text, [...mentions, ...dates])
  return {
    ...layout,
    text,
    entities,
    mentions,
    quotations: attributeQuotations(text, paragraphs),
    dates,
    figures,
    pollFindings: findPollFindings(text, linesOf(layout), figures),
  }
}

/** An article in a language that this does not read: its lines, and nothing found in them. */
export function unread(text: string, layout: Layout = readLayout(text)): Extraction {
  const none = {entities: [], mentions: [], quotations: [], dates: [], figures: []}
  return {...layout, text, ...none, pollFindings: []}
}

/** The headline may say what a poll found, and its words are carried into the first paragraph. */
function linesOf({title, paragraphs}: Layout): readonly Span[] {
  return title === null ? paragraphs : [title, ...paragraphs]
}
