import {calibration} from './calibration.ts'

/** Below this, a speaker is not given but offered. */
export const leastToAnswer = 0.6

const untried = 0.5

/** How often a rule's answers were right on labelled articles: the lower bound of what to expect. */
export function confidenceOf(rule: string): number {
  return calibration[rule]?.confidence ?? untried
}
