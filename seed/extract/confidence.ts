import {calibration} from './calibration.ts'

/** Below this, a speaker is not given but offered: about three in five such answers are right. */
export const leastToAnswer = 0.5

const untried = 0.5
const ofPronoun = /\.(pronoun\w+|unnamed|unknown)$/

/**
 * The steps of a rule that are measured each for itself: which words name the speaker, and whom
 * they mean when they are a pronoun ("cueBefore.pronounClear").
 */
export function stepsOf(rule: string): readonly string[] {
  const [ending, pronoun] = ofPronoun.exec(rule) ?? []
  return ending && pronoun ? [rule.slice(0, -ending.length), pronoun] : [rule]
}

/**
 * How often a rule's answers were right on labelled articles: the lower bound of what to expect. A
 * rule of two steps that was not measured as a whole is as sure as both of them together.
 */
export function confidenceOf(rule: string): number {
  const whole = calibration[rule]
  if (whole) return whole.confidence
  return stepsOf(rule).reduce((sum, step) => sum * (calibration[step]?.confidence ?? untried), 1)
}
