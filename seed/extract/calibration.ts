// Written by scripts/calibrate.ts; do not edit.

/** How a rule fared on labelled articles, and the confidence that its answers carry. */
export interface Calibrated {
  readonly cases: number
  readonly right: number
  readonly confidence: number
}

/** The record of each rule that gives a quotation its speaker, the surest first. */
export const calibration: Readonly<Record<string, Calibrated>> = {
  interrupted: {cases: 1082, right: 1067, confidence: 0.979},
  cueThenSpeaker: {cases: 515, right: 508, confidence: 0.975},
  speakerThenCue: {cases: 1843, right: 1802, confidence: 0.971},
  pronounAlone: {cases: 94, right: 91, confidence: 0.923},
  cueEndsParagraph: {cases: 19, right: 19, confidence: 0.875},
  cueBefore: {cases: 362, right: 325, confidence: 0.869},
  cueInSentence: {cases: 564, right: 497, confidence: 0.857},
  pronounClear: {cases: 18, right: 17, confidence: 0.785},
  'speakerThenCue.nextSentence': {cases: 59, right: 50, confidence: 0.755},
  tagOfSentence: {cases: 45, right: 38, confidence: 0.736},
  'cueBefore.partial': {cases: 19, right: 17, confidence: 0.727},
  'speakerThenCue.far': {cases: 13, right: 12, confidence: 0.718},
  accordingTo: {cases: 23, right: 20, confidence: 0.715},
  'cueBefore.far': {cases: 99, right: 77, confidence: 0.702},
  paragraphBefore: {cases: 62, right: 48, confidence: 0.676},
  'cueInSentence.far': {cases: 160, right: 117, confidence: 0.67},
  subjectOfSentence: {cases: 49, right: 37, confidence: 0.642},
  carriedOver: {cases: 42, right: 32, confidence: 0.64},
  nameBehindDash: {cases: 9, right: 8, confidence: 0.623},
  speakerBefore: {cases: 22, right: 17, confidence: 0.601},
  subjectBefore: {cases: 51, right: 36, confidence: 0.593},
  'cueBefore.partial.far': {cases: 11, right: 9, confidence: 0.573},
  pronounOpen: {cases: 3, right: 3, confidence: 0.526},
  nameBeforeColon: {cases: 6, right: 5, confidence: 0.498},
  sameParagraph: {cases: 38, right: 24, confidence: 0.498},
  colonEndsParagraph: {cases: 8, right: 6, confidence: 0.46},
  subjectAbove: {cases: 17, right: 10, confidence: 0.393},
  phraseOfSentence: {cases: 28, right: 13, confidence: 0.319},
  'cueEndsParagraph.far': {cases: 1, right: 1, confidence: 0.27},
  nobodyNamed: {cases: 43, right: 5, confidence: 0.058},
}
