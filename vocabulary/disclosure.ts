/** One thing that a poll should disclose, and the parts of it that a story may leave out. */
interface DisclosureItem {
  readonly title: string
  readonly parts: readonly {readonly title: string; readonly given: (poll: PollLike) => boolean}[]
}

/** A poll in the making: any of it may be missing. */
type PollLike = Readonly<Record<string, unknown>>

/** What a poll discloses, for a badge, and the parts it leaves out, for a line of text. */
export interface Disclosure {
  readonly disclosed: number
  readonly of: number
  readonly missing: readonly string[]
}

/**
 * The eleven things that the profession asks pollsters to disclose at once (AAPOR’s code), with
 * the fields that answer them. Most stand in the poll’s `disclosure`; who asked, what, where and
 * when are fields of their own.
 */
export const disclosureItems: readonly DisclosureItem[] = [
  item('kind of study', detail('kind of study', 'strategy')),
  item(
    'who asked and who paid',
    {
      title: 'pollster',
      given: (poll) => has(poll, 'pollsterWording') || has(poll, 'pollsterEntity'),
    },
    detail('sponsor', 'sponsor'),
  ),
  item('exact questions', {title: 'exact questions', given: printsQuestions}),
  item(
    'population',
    {title: 'place', given: (poll) => has(poll, 'places')},
    detail('population', 'population'),
  ),
  item('sampling', detail('sampling', 'sampling')),
  item('how people were asked', detail('how people were asked', 'mode')),
  item('dates', {
    title: 'dates',
    given: (poll) => has(poll, 'fieldStart') || has(poll, 'fieldEnd'),
  }),
  item(
    'sample size and precision',
    detail('sample size', 'sampleSize'),
    detail('margin of error', 'marginOfError'),
  ),
  item('weighting', detail('weighting', 'weighting')),
  item('quality checks', detail('quality checks', 'dataQuality')),
  item('limitations', detail('limitations', 'limitations')),
]

/** How many of the eleven a poll discloses at least in part, and everything it leaves out. */
export function disclosureOf(poll: PollLike): Disclosure {
  return {
    disclosed: disclosureItems.filter(({parts}) => parts.some(({given}) => given(poll))).length,
    of: disclosureItems.length,
    missing: disclosureItems.flatMap(({parts}) =>
      parts.filter(({given}) => !given(poll)).map(({title}) => title),
    ),
  }
}

function item(title: string, ...parts: DisclosureItem['parts']): DisclosureItem {
  return {title, parts}
}

function detail(title: string, name: string): DisclosureItem['parts'][number] {
  return {title, given: ({disclosure}) => isRecord(disclosure) && has(disclosure, name)}
}

function printsQuestions(poll: PollLike): boolean {
  const {findings, disclosure} = poll
  return (
    (isRecord(disclosure) && has(disclosure, 'questionnaire')) ||
    (Array.isArray(findings) && findings.some((one) => isRecord(one) && has(one, 'question')))
  )
}

function has(value: PollLike, name: string): boolean {
  const one = value[name]
  if (typeof one === 'string') return one.trim() !== ''
  if (Array.isArray(one)) return one.length > 0
  return one !== undefined && one !== null
}

function isRecord(value: unknown): value is PollLike {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
