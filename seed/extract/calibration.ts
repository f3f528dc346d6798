// Written by scripts/calibrate.ts; do not edit.

/** How a rule fared on labelled articles, and the confidence that its answers carry. */
export interface Calibrated {
  readonly cases: number
  readonly right: number
  readonly confidence: number
}

/** The record of each rule that gives a quotation its speaker, the surest first. */
export const calibration: Readonly<Record<string, Calibrated>> = {
  interrupted: {cases: 1056, right: 1042, confidence: 0.98},
  cueThenSpeaker: {cases: 511, right: 503, confidence: 0.972},
  speakerThenCue: {cases: 1113, right: 1085, confidence: 0.966},
  cueInSentence: {cases: 414, right: 363, confidence: 0.848},
  cueBefore: {cases: 220, right: 194, confidence: 0.841},
  cueEndsParagraph: {cases: 12, right: 12, confidence: 0.816},
  'speakerThenCue.nextSentence': {cases: 56, right: 50, confidence: 0.806},
  'speakerThenCue.far': {cases: 13, right: 12, confidence: 0.718},
  tagOfSentence: {cases: 36, right: 30, confidence: 0.709},
  accordingTo: {cases: 22, right: 19, confidence: 0.703},
  'cueBefore.partial': {cases: 12, right: 11, confidence: 0.699},
  'speakerThenCue.unknown': {cases: 6, right: 6, confidence: 0.689},
  paragraphBefore: {cases: 57, right: 44, confidence: 0.669},
  speakerBefore: {cases: 33, right: 26, confidence: 0.651},
  carriedOver: {cases: 39, right: 30, confidence: 0.643},
  'cueBefore.far': {cases: 71, right: 52, confidence: 0.639},
  'cueInSentence.far': {cases: 135, right: 92, confidence: 0.613},
  nameBehindDash: {cases: 8, right: 7, confidence: 0.589},
  subjectBefore: {cases: 39, right: 28, confidence: 0.588},
  subjectOfSentence: {cases: 37, right: 26, confidence: 0.569},
  'cueBefore.partial.far': {cases: 10, right: 8, confidence: 0.541},
  nameBeforeColon: {cases: 6, right: 5, confidence: 0.498},
  'cueBefore.unknown': {cases: 2, right: 2, confidence: 0.425},
  subjectAbove: {cases: 16, right: 10, confidence: 0.422},
  colonEndsParagraph: {cases: 7, right: 5, confidence: 0.409},
  phraseOfSentence: {cases: 37, right: 20, confidence: 0.408},
  sameParagraph: {cases: 16, right: 9, confidence: 0.365},
  'cueEndsParagraph.far': {cases: 1, right: 1, confidence: 0.27},
  nobodyNamed: {cases: 53, right: 5, confidence: 0.047},
}
