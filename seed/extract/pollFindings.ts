import type {stances} from '../../vocabulary/polls.ts'
import {percentUnit} from '../../vocabulary/values.ts'
import type {Figure} from './figures.ts'
import type {Evidence, Span} from './span.ts'
import {covers} from './span.ts'

export type Stance = (typeof stances)[number]['value']

/** A share of those asked, and the view that they hold. */
export interface PollFinding extends Span, Evidence {
  readonly figure: Figure
  readonly stance: Stance
  /** The words that say what the share supports, opposes or thinks; `null` when none follow. */
  readonly topic: Span | null
  /** The words that say whose share it is: "of *the country*". */
  readonly base: Span | null
}

const asked =
  /\b(?:poll(?:s|ed|ing|sters?)?|surveys?|surveyed|respondents?|questionnaire|interviewees|asked (?:whether|if)|opinion research)\b/i
const population =
  /^ (?:of )?(?:the |all |likely |registered |adult |those |young |older )*(?:\p{Lu}\p{L}+ )?(?:voters?|adults?|respondents?|people|those|Americans|Britons|citizens|residents|women|men|public|country|nation|population|households|Democrats|Republicans|independents|electorate|students|workers|parents)\b/u
const stanceVerbs: readonly (readonly [Stance, RegExp])[] = [
  ['disapproved', /^disapprov(?:e|es|ed|ing)(?: of)?\b/i],
  ['approved', /^approv(?:e|es|ed|ing)(?: of)?\b/i],
  [
    'opposed',
    /^(?:oppos(?:e|es|ed|ing)|reject(?:s|ed)?|(?:is|are|was|were) (?:opposed to|against))\b/i,
  ],
  [
    'supported',
    /^(?:support(?:s|ed|ing)?|back(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|(?:is|are|was|were) in favou?r of)\b/i,
  ],
  [
    'other',
    /^(?:say|says|said|think|thinks|thought|believe[sd]?|want(?:s|ed)?|agree[sd]?|disagree[sd]?|prefer(?:s|red)?|trust(?:s|ed)?|feel|felt|expect(?:s|ed)?|consider(?:s|ed)?|would|(?:do|did)(?:n.t| not) (?:want|think|believe|trust|know))\b/i,
  ],
]

/**
 * Finds what a poll found: a share of people with the view that they hold. It is the surer where
 * the paragraph says that people were asked.
 */
export function findPollFindings(
  text: string,
  paragraphs: readonly Span[],
  figures: readonly Figure[],
): PollFinding[] {
  return paragraphs.flatMap((paragraph) => {
    const polled = asked.test(text.slice(paragraph.start, paragraph.end))
    return figures.flatMap((figure) => {
      if (figure.unit !== percentUnit || !covers(paragraph, figure)) return []
      const finding = readFinding(text, paragraph, figure)
      if (!finding) return []
      if (polled) return [{...finding, rule: 'pollNamed', confidence: 0.95}]
      const confidence = finding.base === null ? 0.6 : 0.8
      return [{...finding, rule: 'shareHoldsAView', confidence}]
    })
  })
}

function readFinding(text: string, paragraph: Span, figure: Figure) {
  let at = figure.end
  let base: Span | null = null
  const counted = population.exec(text.slice(at, paragraph.end))
  if (counted) {
    const start = at + (/^ (?:of )?/.exec(counted[0])?.[0].length ?? 0)
    base = {start, end: at + counted[0].length}
    at = base.end
  }
  const gap = /^[ ,]+(?:(?:who|also|now|still|strongly|somewhat) )*/.exec(
    text.slice(at, paragraph.end),
  )
  if (!gap) return undefined
  at += gap[0].length
  for (const [stance, verb] of stanceVerbs) {
    const held = verb.exec(text.slice(at, paragraph.end))
    if (!held) continue
    const topic = readTopic(text, at + held[0].length, paragraph.end)
    const end = topic?.end ?? at + held[0].length
    const start = figure.framing?.start ?? figure.start
    return {start, end, figure, stance, topic, base}
  }
  return undefined
}

const clauseEnd =
  /[.;:!?\u2014](?:\s|["\u201D]|$)|,? (?:while|whereas|but|compared (?:to|with))\b|, (?:and|with|up|down|according)\b/u

function readTopic(text: string, start: number, end: number): Span | null {
  const rest = text.slice(start, end)
  const lead = /^\s*/.exec(rest)?.[0].length ?? 0
  const stop = clauseEnd.exec(rest)?.index ?? rest.length
  return stop > lead ? {start: start + lead, end: start + stop} : null
}
