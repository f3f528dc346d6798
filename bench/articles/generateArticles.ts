import {drawCast, type Cast} from './cast.ts'
import {houseStyles, type HouseStyle} from './houseStyles.ts'
import {randomFrom, type Random} from './random.ts'

/** A record of a generated archive, as `seed` takes it. */
export interface GeneratedArticle {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly publishedAt?: string
  readonly bylines?: readonly string[]
  readonly language?: string
}

/**
 * Makes an archive: the articles of several newsrooms, each with its own layout, about people who
 * come back. The same seed gives the same archive; nothing of it is held.
 */
export function* generateArticles(count: number, seed = 1): Generator<GeneratedArticle> {
  for (let index = 0; index < count; index++) {
    const random = randomFrom(seed * 1_000_003 + index)
    const style = random.pick(houseStyles)
    const cast = drawCast(random)
    const title = headline(cast, random)
    const body = paragraphs(cast, style, random)
    const text = body.map((paragraph) => style.indent + paragraph).join(style.paragraphBreak)
    const isApart = random.next() < 0.3
    yield {
      id: `generated-${seed}-${index}`,
      text: isApart ? text : `${title}${style.paragraphBreak}${text}`,
      ...(isApart && {title}),
      ...(random.next() < 0.7 && {publishedAt: moment(random)}),
      ...(random.next() < 0.5 && {bylines: [cast.people[2].name]}),
      ...(random.next() < 0.5 && {language: 'en'}),
    }
  }
}

const causes = [
  'the ferry',
  'the new bridge',
  'the winter budget',
  'the old lighthouse',
  'the flood wall',
  'the school',
] as const
const deeds = [
  'reopens',
  'divides the town',
  'is put off',
  'costs more than planned',
  'finds friends',
] as const
const words = [
  'We waited for the whole night and saw nothing',
  'It is not about the money, it never was',
  'Everybody here has paid for it twice',
  'The water came faster than anybody had thought',
  'I would do it again tomorrow',
  'They promised us a road and sent a letter',
] as const

function headline({town}: Cast, random: Random): string {
  const cause = random.pick(causes)
  return `${cause[0]?.toUpperCase()}${cause.slice(1)} of ${town} ${random.pick(deeds)}`
}

function paragraphs(cast: Cast, style: HouseStyle, random: Random): string[] {
  const {town, body, unit, people} = cast
  const [first, second, third] = people
  const cause = random.pick(causes)
  const sum = random.between(2, 90)
  const lead = `${style.dateline(town)}The ${body} will decide on ${cause} before the end of the year, ${first.name}, a ${first.office} in ${town}, said on Monday.`
  const story = [
    lead,
    style.quote(random.pick(words), first, random),
    `The work has cost $${sum} million so far and took ${random.between(3, 40)} months, ${random.between(2, 9)} more than planned. Some ${random.between(2, 9) * 100} people live within a mile of the site.`,
    `${second.name}, who served with the ${unit}, has lived near the harbour since ${random.between(1960, 2015)}. ${capital(second.pronoun)} left twice and came back twice.`,
    style.quote(random.pick(words), second, random),
    `A survey of residents of ${town} found that ${random.between(40, 70)} ${style.percent} of voters supported ${cause}, while ${random.between(10, 30)} ${style.percent} opposed it.`,
    `${third.name} of the ${body} rejected that. ${capital(third.pronoun)} spoke of more than ${random.between(10, 90) * 10} letters that nobody had answered.`,
    style.quote(random.pick(words), third, random),
    `On Thursday the ${unit} took part in the search for a fishing boat off ${town}. It was found in the evening, ${random.between(3, 30)} miles from the shore, with all ${random.between(3, 9)} people on board safe.`,
    `${first.surname} and ${second.surname} agree on one thing. ${style.quote(random.pick(words), second, random)}`,
  ]
  return story.slice(0, random.between(4, story.length))
}

function moment(random: Random): string {
  const day = String(random.between(1, 28)).padStart(2, '0')
  const month = String(random.between(1, 12)).padStart(2, '0')
  return `${random.between(2010, 2024)}-${month}-${day}T0${random.between(0, 9)}:30:00+02:00`
}

function capital(word: string): string {
  return `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`
}
