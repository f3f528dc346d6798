import type {Person} from './cast.ts'
import type {Random} from './random.ts'

/** How a newsroom prints speech and lays its articles out. */
export interface HouseStyle {
  readonly name: string
  /** A sentence or paragraph in which somebody says something. */
  quote(words: string, speaker: Person, random: Random): string
  readonly paragraphBreak: string
  readonly indent: string
  readonly percent: string
  /** What stands before the first sentence: the place and an agency. */
  readonly dateline: (town: string) => string
}

const verbs = ['said', 'told reporters', 'added', 'argued', 'explained', 'recalled'] as const

/** Speech first, then who said it; curly marks. */
const evening: HouseStyle = {
  name: 'evening',
  quote: (words, {surname}, random) => `“${words},” ${surname} ${random.pick(verbs)}.`,
  paragraphBreak: '\n',
  indent: '',
  percent: 'per cent',
  dateline: () => '',
}

/** Who says it first; straight marks, blank lines, a dateline. */
const agency: HouseStyle = {
  name: 'agency',
  quote: (words, {surname}) => `${surname} said: "${words}."`,
  paragraphBreak: '\n\n',
  indent: '',
  percent: 'percent',
  dateline: (town) => `${town.toUpperCase()} (Harbour News) — `,
}

/** Single marks; the verb before the name. */
const weekly: HouseStyle = {
  name: 'weekly',
  quote: (words, {name}) => `‘${words},’ said ${name}.`,
  paragraphBreak: '\r\n',
  indent: '',
  percent: '%',
  dateline: () => '',
}

/** Speech that goes on in the next paragraph: only the last one closes it. */
const magazine: HouseStyle = {
  name: 'magazine',
  quote: (words, {surname, pronoun}, random) =>
    random.next() < 0.5
      ? `“${words},” ${pronoun} said. “That is how it was.”`
      : `“${words}.\n\n“And nobody came,” ${surname} said.`,
  paragraphBreak: '\n\n',
  indent: '',
  percent: 'per cent',
  dateline: () => '',
}

/** Indented paragraphs, and speech between dashes of narration. */
const chronicle: HouseStyle = {
  name: 'chronicle',
  quote: (words, {name, office}) => `According to ${name}, a ${office}, “${words.toLowerCase()}”.`,
  paragraphBreak: '\n',
  indent: '\u3000',
  percent: 'per cent',
  dateline: (town) => `${town}, Tuesday: `,
}

export const houseStyles = [evening, agency, weekly, magazine, chronicle] as const
