import {printedText} from '../../support/story.ts'
import {noNumber} from '../expected.ts'
import {
  airForce,
  armedForces,
  belarus,
  brigade,
  brodik,
  crimea,
  donbas,
  europe,
  freeBelarusCentre,
  government,
  izyum,
  kandalaksha,
  kandalakshaTown,
  korotkevich,
  kremlin,
  kyiv,
  legion,
  lukashenko,
  lviv,
  mike,
  navalny,
  pahonia,
  poland,
  prokopiev,
  putin,
  recruitmentCentre,
  regiment,
  russia,
  russianIntelligence,
  russianMilitary,
  salisbury,
  skripal,
  uk,
  ukraine,
  warsaw,
  zhytomyr,
} from './entries.ts'
import {findings, pollLink} from './poll.ts'
import {spoken} from './quotations.ts'

/** The order in which a block lists its marks, and a span those that it carries. */
const listed = ['quotation', 'mention', 'figure']
const layers = ['quotation', 'figure', 'mention']

type Mark = ReturnType<typeof naming | typeof saying | typeof counting | typeof found>

/** The marks of each paragraph, in the order of the text. */
const marked: readonly (readonly Mark[])[] = [
  [
    naming(prokopiev),
    naming(russia),
    naming(ukraine),
    naming(prokopiev, 'Prokopiev'),
    counting('50', {value: 50, unit: 'years'}),
  ],
  [
    counting('seven-car', {value: 7, unit: 'car'}),
    naming(belarus),
    naming(putin, 'President Putin'),
  ],
  [saying(spoken.p02q0), naming(belarus), naming(prokopiev, 'Prokopiev')],
  [naming(prokopiev, 'Prokopiev'), naming(ukraine), naming(russia)],
  [saying(spoken.p04q0), naming(ukraine)],
  [naming(armedForces)],
  [naming(russianMilitary), naming(belarus)],
  [naming(belarus), naming(lukashenko), naming(putin), naming(kremlin)],
  [
    naming(ukraine),
    naming(belarus),
    naming(kyiv),
    counting('hundreds of Russian missiles', {
      qualifier: 'orderOfMagnitude',
      unit: 'Russian missiles',
    }),
    naming(ukraine),
  ],
  [
    naming(belarus),
    counting('about 150 miles', {qualifier: 'approx', value: 150, unit: 'miles'}),
    naming(kyiv),
    naming(airForce),
    naming(zhytomyr),
  ],
  [naming(ukraine), naming(lukashenko, 'Lukashenko')],
  [
    found(findings.p11f0),
    naming(russia),
    naming(ukraine),
    found(findings.p11f1),
    naming(russia),
    naming(ukraine),
    found(findings.p11f2),
    naming(ukraine),
  ],
  [naming(government), naming(belarus), naming(russia)],
  [
    naming(lukashenko, 'Lukashenko'),
    naming(prokopiev, 'Prokopiev'),
    naming(belarus),
    naming(poland),
    naming(warsaw),
    naming(recruitmentCentre),
    naming(ukraine),
    counting('hundreds of members', {qualifier: 'orderOfMagnitude', unit: 'members'}),
    saying(spoken.p13q0),
  ],
  [naming(pahonia), naming(belarus), naming(armedForces), naming(donbas)],
  [naming(pahonia), naming(lukashenko, 'Lukashenko')],
  [
    saying(spoken.p16q0),
    naming(prokopiev, 'Prokopiev'),
    saying(spoken.p16q1),
    naming(belarus),
    naming(lukashenko, 'Lukashenko'),
  ],
  [naming(prokopiev, 'Prokopiev'), naming(ukraine)],
  [
    saying(spoken.p18q0),
    counting('40-year-old', {value: 40, unit: 'years'}),
    naming(mike),
    saying(spoken.p18q1),
    counting(
      'more than 1,000 political prisoners',
      {qualifier: 'moreThan', value: 1000, unit: 'political prisoners'},
      mike,
    ),
    naming(belarus),
    saying(spoken.p18q2),
    naming(lukashenko, 'Lukashenko'),
    naming(ukraine),
  ],
  [naming(prokopiev, 'Prokopiev'), naming(putin), naming(belarus)],
  [
    saying(spoken.p20q0),
    naming(prokopiev, 'Prokopiev'),
    naming(salisbury),
    naming(russianIntelligence),
    naming(skripal),
    naming(uk),
    naming(crimea),
  ],
  [saying(spoken.p21q0), naming(putin)],
  [naming(pahonia), naming(regiment), naming(legion)],
  [naming(izyum), naming(kandalaksha), naming(kandalakshaTown), naming(russia)],
  [naming(navalny), naming(kremlin), naming(kandalaksha), naming(ukraine), naming(donbas)],
  [
    naming(ukraine),
    naming(kandalaksha),
    naming(legion),
    naming(armedForces, 'Ukrainian army'),
    naming(brigade),
  ],
  [saying(spoken.p26q0), naming(kremlin), naming(russia), naming(russia)],
  [
    naming(korotkevich),
    counting('43-year-old', {value: 43, unit: 'years'}),
    naming(belarus),
    naming(ukraine),
    naming(lukashenko, 'Lukashenko'),
  ],
  [saying(spoken.p28q0), naming(europe), naming(ukraine), naming(lviv), saying(spoken.p28q1)],
  [],
  [naming(pahonia)],
  [
    saying(spoken.p31q0),
    naming(belarus),
    naming(brodik),
    naming(freeBelarusCentre),
    naming(belarus),
    naming(ukraine),
    saying(spoken.p31q1),
    saying(spoken.p31q2),
  ],
]

/** The text of the bundled story with everything in it resolved. */
export const text = printedText
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((words, index) => paragraph(words, index, marked[index] ?? []))

function naming(entity: {readonly name: string}, words = entity.name) {
  return {words, mark: {_type: 'mention', entity, language: null}}
}

function saying({
  _key,
  blockKey,
  text,
  cue,
  nested,
  ...quotation
}: (typeof spoken)[keyof typeof spoken]) {
  const inside = nested.map(({_key, text}) => ({_key, _type: 'nestedQuotation', text}))
  return {
    words: text,
    mark: {_type: 'quotation', ...quotation, ...(cue !== null && {cue}), nested: inside},
  }
}

function counting(wording: string, value: object, attributedTo: object | null = null) {
  const figure = {value: {...noNumber, wording, qualifier: 'exact', ...value}, attributedTo}
  return {words: wording, mark: {_type: 'figure', ...figure, poll: null, finding: null}}
}

function found(finding: (typeof findings)[keyof typeof findings]) {
  const {_key: findingKey, value} = finding
  const figure = {value, attributedTo: null, poll: pollLink, findingKey, finding}
  return {words: value.wording, mark: {_type: 'figure', ...figure}}
}

/** A block as the query yields it: its spans are cut where a mark begins or ends. */
function paragraph(words: string, index: number, marks: readonly Mark[]) {
  const _key = `p${String(index).padStart(2, '0')}`
  const counts = new Map<string, number>()
  let behind = 0
  const placed = marks.map(({words: passage, mark}) => {
    const number = counts.get(mark._type) ?? 0
    counts.set(mark._type, number + 1)
    const start = wholeWords(words, passage, behind)
    const end = start + passage.length
    // Names and figures may stand inside a quotation, and nothing inside them.
    behind = mark._type === 'quotation' ? start : end
    return {start, end, mark: {_key: `${_key}${mark._type[0]}${number}`, ...mark}}
  })
  const sorted = (order: readonly string[]) =>
    placed.toSorted((a, b) => order.indexOf(a.mark._type) - order.indexOf(b.mark._type))
  const places = [0, words.length, ...placed.flatMap(({start, end}) => [start, end])]
  const cuts = [...new Set(places)].toSorted((a, b) => a - b)
  const children = cuts.slice(0, -1).map((start, at) => ({
    _key: `${_key}s${at}`,
    _type: 'span',
    text: words.slice(start, cuts[at + 1]),
    marks: sorted(layers)
      .filter((one) => one.start <= start && start < one.end)
      .map(({mark}) => mark._key),
  }))
  return {
    _key,
    _type: 'block',
    style: 'normal',
    markDefs: sorted(listed).map(({mark}) => mark),
    children,
  }
}

/** Where a passage stands in a text, a longer word with the same beginning left out. */
function wholeWords(text: string, passage: string, behind: number): number {
  const start = text.indexOf(passage, behind)
  const isTorn = /^\p{L}{2}/u.test(text.slice(start + passage.length - 1))
  return isTorn ? wholeWords(text, passage, start + 1) : start
}
