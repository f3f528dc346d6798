import {printedText} from '../../support/story.ts'
import {brodik, kandalaksha, korotkevich, mike, prokopiev} from './entries.ts'

const plain = {kind: 'direct', continues: false, cue: null, nested: []}

/** What is said in the bundled story, in the order of the text. */
export const quotations = {
  p02q0: {
    ...plain,
    _key: 'p02q0',
    blockKey: 'p02',
    text: printed('“It was pretty', 'trouble from Belarus,”'),
    basis: 'name',
    cue: 'said Prokopiev',
  },
  p04q0: {
    ...plain,
    _key: 'p04q0',
    blockKey: 'p04',
    text: printed('“We’ve come', 'help them,”'),
    basis: 'pronoun',
    cue: 'he said',
  },
  p13q0: {
    ...plain,
    _key: 'p13q0',
    blockKey: 'p13',
    text: '“special operatives”',
    basis: 'unattributed',
    kind: 'scare',
  },
  p16q0: {
    ...plain,
    _key: 'p16q0',
    blockKey: 'p16',
    text: printed('“I did', 'understand force.”'),
    basis: 'name',
    cue: 'Prokopiev said',
  },
  p16q1: {
    ...plain,
    _key: 'p16q1',
    blockKey: 'p16',
    text: printed('“First, we', 'join us’.”'),
    basis: 'context',
    continues: true,
    nested: [{_key: 'n0', text: 'You better cross the river, and join us', saidBy: null}],
  },
  p18q0: {
    ...plain,
    _key: 'p18q0',
    blockKey: 'p18',
    text: printed('“For years,', 'with politicians,”'),
    basis: 'name',
    cue: 'said a 40-year-old lieutenant',
  },
  p18q1: {
    ...plain,
    _key: 'p18q1',
    blockKey: 'p18',
    text: printed('“But things', 'in Belarus.”'),
    basis: 'context',
    continues: true,
  },
  p18q2: {
    ...plain,
    _key: 'p18q2',
    blockKey: 'p18',
    text: '“last straw”',
    basis: 'pronoun',
    kind: 'partial',
    cue: 'he added',
  },
  p20q0: {
    ...plain,
    _key: 'p20q0',
    blockKey: 'p20',
    text: printed('“The West’s', 'a monster,”'),
    basis: 'name',
    cue: 'Prokopiev said',
  },
  p21q0: {
    ...plain,
    _key: 'p21q0',
    blockKey: 'p21',
    text: printed('“Unfortunately only', 'the battlefield.”'),
    basis: 'context',
  },
  p26q0: {
    ...plain,
    _key: 'p26q0',
    blockKey: 'p26',
    text: printed('“The Kremlin’s', 'to Russia.”'),
    basis: 'pronoun',
    cue: 'he replied',
  },
  p28q0: {
    ...plain,
    _key: 'p28q0',
    blockKey: 'p28',
    text: printed('“The fate', 'going home,”'),
    basis: 'pronoun',
    cue: 'she said',
  },
  p28q1: {
    ...plain,
    _key: 'p28q1',
    blockKey: 'p28',
    text: printed('“I can', 'of purpose.”'),
    basis: 'context',
  },
  p31q0: {
    ...plain,
    _key: 'p31q0',
    blockKey: 'p31',
    text: printed('“Many people have', 'sent from Belarus,”'),
    basis: 'name',
    cue: 'said Palina Brodik',
  },
  p31q1: {
    ...plain,
    _key: 'p31q1',
    blockKey: 'p31',
    text: printed('“But we', 'facto regime,”'),
    basis: 'pronoun',
    cue: 'she added',
  },
  p31q2: {
    ...plain,
    _key: 'p31q2',
    blockKey: 'p31',
    text: printed('“Our job', 'the Ukrainians.”'),
    basis: 'context',
    continues: true,
  },
}

/** The same with whoever says it. */
export const spoken = {
  p02q0: {...quotations.p02q0, speaker: prokopiev},
  p04q0: {...quotations.p04q0, speaker: prokopiev},
  p13q0: {...quotations.p13q0, speaker: null},
  p16q0: {...quotations.p16q0, speaker: prokopiev},
  p16q1: {...quotations.p16q1, speaker: prokopiev},
  p18q0: {...quotations.p18q0, speaker: mike},
  p18q1: {...quotations.p18q1, speaker: mike},
  p18q2: {...quotations.p18q2, speaker: mike},
  p20q0: {...quotations.p20q0, speaker: prokopiev},
  p21q0: {...quotations.p21q0, speaker: prokopiev},
  p26q0: {...quotations.p26q0, speaker: kandalaksha},
  p28q0: {...quotations.p28q0, speaker: korotkevich},
  p28q1: {...quotations.p28q1, speaker: korotkevich},
  p31q0: {...quotations.p31q0, speaker: brodik},
  p31q1: {...quotations.p31q1, speaker: brodik},
  p31q2: {...quotations.p31q2, speaker: brodik},
}

/** A passage as it is printed, by its first and last words. */
function printed(first: string, last: string): string {
  const start = printedText.indexOf(first)
  return printedText.slice(start, printedText.indexOf(last, start) + last.length)
}
