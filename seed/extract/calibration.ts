// Written by scripts/calibrate.ts; do not edit.

/** How a rule fared on labelled articles, and the confidence that its answers carry. */
export interface Calibrated {
  readonly cases: number
  readonly right: number
  readonly confidence: number
}

/** The record of each rule that gives a quotation its speaker, the surest first. */
export const calibration: Readonly<Record<string, Calibrated>> = {
  interrupted: {cases: 1073, right: 1058, confidence: 0.979},
  cueThenSpeaker: {cases: 516, right: 508, confidence: 0.973},
  speakerThenCue: {cases: 1805, right: 1764, confidence: 0.971},
  cueEndsParagraph: {cases: 19, right: 19, confidence: 0.875},
  cueBefore: {cases: 354, right: 318, confidence: 0.869},
  pronounAlone: {cases: 37, right: 35, confidence: 0.849},
  cueInSentence: {cases: 560, right: 487, confidence: 0.844},
  'cueBefore.partial': {cases: 17, right: 16, confidence: 0.774},
  'speakerThenCue.nextSentence': {cases: 59, right: 50, confidence: 0.755},
  tagOfSentence: {cases: 44, right: 37, confidence: 0.731},
  'speakerThenCue.far': {cases: 13, right: 12, confidence: 0.718},
  accordingTo: {cases: 23, right: 20, confidence: 0.715},
  'cueBefore.far': {cases: 98, right: 75, confidence: 0.688},
  pronounOpen: {cases: 11, right: 10, confidence: 0.677},
  paragraphBefore: {cases: 61, right: 47, confidence: 0.672},
  'cueInSentence.far': {cases: 158, right: 115, confidence: 0.666},
  carriedOver: {cases: 42, right: 32, confidence: 0.64},
  subjectOfSentence: {cases: 48, right: 36, confidence: 0.636},
  nameBehindDash: {cases: 9, right: 8, confidence: 0.623},
  subjectBefore: {cases: 48, right: 35, confidence: 0.614},
  speakerBefore: {cases: 25, right: 19, confidence: 0.599},
  'cueBefore.partial.far': {cases: 11, right: 9, confidence: 0.573},
  pronounClear: {cases: 11, right: 9, confidence: 0.573},
  sameParagraph: {cases: 35, right: 23, confidence: 0.518},
  nameBeforeColon: {cases: 6, right: 5, confidence: 0.498},
  colonEndsParagraph: {cases: 8, right: 6, confidence: 0.46},
  subjectAbove: {cases: 17, right: 10, confidence: 0.393},
  phraseOfSentence: {cases: 28, right: 13, confidence: 0.319},
  'cueEndsParagraph.far': {cases: 1, right: 1, confidence: 0.27},
  nobodyNamed: {cases: 43, right: 5, confidence: 0.058},
}
