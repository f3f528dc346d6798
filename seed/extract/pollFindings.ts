import {percentUnit} from '../../vocabulary/values.ts'
import type {Figure} from './figures.ts'
import type {HeldView, Stance} from './heldViews.ts'
import {readHeldView} from './heldViews.ts'
import {continues, isListed, isOtherShare} from './otherShares.ts'
import {sentencesIn} from './sentences.ts'
import type {Evidence, Span} from './span.ts'
import {covers} from './span.ts'
import {clauseOf, isOutcome, readStanding} from './standings.ts'

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
  /\b(?:(?:straw |opinion |exit |tracking )?poll(?:s|ed|ing|sters?)?(?! (?:station|place|worker|tax|booth|watcher))|surveys?|surveyed|respondents?|questionnaire|interviewees|asked (?:whether|if|about)|opinion research|focus groups?|approval ratings?|(?:un)?favou?rability)\b/i

/**
 * Finds what a poll found: a share of people with the view that they hold, or how far one side is
 * ahead. What only a poll can tell counts everywhere; other shares only where the text says that
 * people were asked, in the sentence itself or in the one before.
 */
export function findPollFindings(
  text: string,
  paragraphs: readonly Span[],
  figures: readonly Figure[],
): PollFinding[] {
  const found: PollFinding[] = []
  let carried = false
  for (const sentence of paragraphs.flatMap((paragraph) => sentencesIn(text, paragraph))) {
    const polled = asked.test(text.slice(sentence.start, sentence.end))
    const shares = figures.filter((figure) => covers(sentence, figure) && isShare(figure))
    const before = found.length
    for (const figure of shares) {
      const earlier = found.length > before ? found.at(-1) : undefined
      const near = around(sentence, figure)
      const finding = readFinding(text, near, figure, {polled, carried, earlier})
      if (finding) found.push(finding)
    }
    carried = polled || found.length > before
  }
  return found
}

const farthest = 600

/** A text without full stops is read only so far on either side of a figure. */
function around(sentence: Span, {start, end}: Figure): Span {
  return {
    start: Math.max(sentence.start, start - farthest),
    end: Math.min(sentence.end, end + farthest),
  }
}

interface Context {
  readonly polled: boolean
  readonly carried: boolean
  readonly earlier: PollFinding | undefined
}

function isShare({unit, value, min}: Figure): boolean {
  return (
    (unit === percentUnit || unit === 'percentage points' || unit === 'points') &&
    (value ?? min) !== null
  )
}

function readFinding(
  text: string,
  sentence: Span,
  figure: Figure,
  {polled, carried, earlier}: Context,
): PollFinding | undefined {
  if (isOtherShare(text, sentence, figure)) return undefined
  const view = figure.unit === percentUnit ? readHeldView(text, sentence, figure) : undefined
  if (view?.isOpinion) {
    if (polled || carried) return findingOf(figure, view, 'pollNamed', 0.95)
    return findingOf(figure, view, 'shareHoldsAView', view.base === null ? 0.8 : 0.9)
  }
  const standing = readStanding(text, sentence, figure)
  const told = polled || carried || earlier !== undefined
  if (standing && (told || !isOutcome(text, sentence))) {
    return findingOf(figure, standing, standing.rule, told ? 0.9 : 0.8)
  }
  const follows = continues(text, figure, earlier)
  if (!polled && !carried && !follows) return undefined
  if (figure.unit !== percentUnit) return undefined
  if (view) return findingOf(figure, view, 'askedShare', polled ? 0.85 : 0.7)
  const isOpen = polled || (carried && !isOutcome(text, sentence))
  if (follows || (isOpen && isListed(text, sentence, figure))) {
    return findingOf(figure, clauseOf(text, sentence, figure), 'listedShare', 0.75)
  }
  return undefined
}

function findingOf(
  figure: Figure,
  {start, end, stance, topic, base}: Omit<HeldView, 'isOpinion'>,
  rule: string,
  confidence: number,
): PollFinding {
  return {start, end, figure, stance, topic, base, rule, confidence}
}
