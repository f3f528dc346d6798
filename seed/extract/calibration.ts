// Written by scripts/calibrate.ts; do not edit.
// oxlint-disable oxc/approx-constant

/** How a rule fared on labelled articles, and the confidence that its answers carry. */
export interface Calibrated {
  readonly cases: number
  readonly right: number
  readonly confidence: number
}

/** The record of each rule that gives a quotation its speaker, the surest first. */
export const calibration: Readonly<Record<string, Calibrated>> = {
  cueThenSpeaker: {cases: 437, right: 433, confidence: 0.983},
  interrupted: {cases: 1082, right: 1067, confidence: 0.981},
  speakerThenCue: {cases: 1680, right: 1654, confidence: 0.98},
  'cueThenSpeaker.noName': {cases: 71, right: 71, confidence: 0.977},
  'speakerThenCue.pronounAlone': {cases: 60, right: 60, confidence: 0.973},
  pronounAlone: {cases: 94, right: 93, confidence: 0.965},
  cueBefore: {cases: 271, right: 263, confidence: 0.954},
  cueInSentence: {cases: 390, right: 376, confidence: 0.95},
  cueEndsParagraph: {cases: 14, right: 14, confidence: 0.895},
  'speakerThenCue.loose.noName': {cases: 13, right: 13, confidence: 0.888},
  'speakerThenCue.noName': {cases: 144, right: 132, confidence: 0.882},
  'cueBeforePhrase.loose': {cases: 12, right: 12, confidence: 0.88},
  cueBeforePhrase: {cases: 9, right: 9, confidence: 0.846},
  tagOfSentence: {cases: 38, right: 35, confidence: 0.846},
  pronounClear: {cases: 18, right: 17, confidence: 0.832},
  'cueInSentence.loose': {cases: 192, right: 159, confidence: 0.791},
  'speakerThenCue.nextSentence': {cases: 59, right: 50, confidence: 0.778},
  'cueBefore.loose': {cases: 78, right: 65, confidence: 0.773},
  'speakerThenCue.loose': {cases: 18, right: 16, confidence: 0.76},
  'cueEndsParagraph.loose': {cases: 5, right: 5, confidence: 0.753},
  'accordingTo.noName': {cases: 15, right: 13, confidence: 0.718},
  paragraphBefore: {cases: 62, right: 48, confidence: 0.7},
  nameBehindDash: {cases: 9, right: 8, confidence: 0.692},
  carriedOver: {cases: 42, right: 32, confidence: 0.669},
  subjectOfSentence: {cases: 49, right: 37, confidence: 0.669},
  accordingTo: {cases: 8, right: 7, confidence: 0.661},
  colonEndsParagraph: {cases: 3, right: 3, confidence: 0.647},
  pronounOpen: {cases: 3, right: 3, confidence: 0.647},
  speakerBefore: {cases: 22, right: 17, confidence: 0.642},
  'cueBefore.noName': {cases: 62, right: 44, confidence: 0.631},
  subjectBefore: {cases: 51, right: 36, confidence: 0.619},
  nameBeforeColon: {cases: 6, right: 5, confidence: 0.575},
  'cueBefore.loose.noName': {cases: 50, right: 32, confidence: 0.55},
  sameParagraph: {cases: 38, right: 24, confidence: 0.528},
  'cueInSentence.noName': {cases: 71, right: 42, confidence: 0.516},
  subjectAbove: {cases: 17, right: 10, confidence: 0.434},
  'cueInSentence.loose.noName': {cases: 72, right: 36, confidence: 0.425},
  'cueEndsParagraph.noName': {cases: 1, right: 1, confidence: 0.379},
  'tagOfSentence.loose': {cases: 1, right: 1, confidence: 0.379},
  phraseOfSentence: {cases: 28, right: 13, confidence: 0.349},
  'cueThenSpeaker.loose.noName': {cases: 7, right: 4, confidence: 0.342},
  'colonEndsParagraph.noName': {cases: 5, right: 3, confidence: 0.331},
  'cueBeforePhrase.noName': {cases: 3, right: 2, confidence: 0.322},
  'cueBeforePhrase.loose.noName': {cases: 6, right: 3, confidence: 0.268},
  'tagOfSentence.noName': {cases: 4, right: 2, confidence: 0.23},
  nobodyNamed: {cases: 43, right: 5, confidence: 0.067},
  'tagOfSentence.loose.noName': {cases: 2, right: 0, confidence: 0},
}
