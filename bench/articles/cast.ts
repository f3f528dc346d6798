import type {Random} from './random.ts'

/** Who and what the stories of an imagined country are about. */
const firstNames =
  'Ada Boris Clara Dmitri Edna Farid Greta Hakim Ines Jonas Katya Leon Mara Nils Olga Pavel Quentin Rosa Stefan Tilda Ulf Vera Wanda Yusuf Zora'
const surnames =
  'Quist Marlow Brandt Kessler Lindqvist Okafor Petrenko Ravn Solberg Tamm Ulmer Vasquez Weiss Ylinen Zeman Archer Bellamy Corvin Dahl Eriksen Falk Grieg Holt Iversen Jarvis Krol Lund Moreau Novak Osman'
const towns =
  'Lornehaven Brackwater Sundmark Vellby Karsholm Drevno Altenmoor Ostrava Pellworth Ravensby Stonequay Tarnovo Ulvik Westermarsh Yarmole Zelenograd'
const bodies = [
  'Port Authority',
  'City Council',
  'Harbour Company',
  'Teachers’ Union',
  'Rescue Service',
  'Energy Board',
  'Farmers’ League',
  'Health Trust',
]
const units = [
  'Coastal Guard',
  'Mountain Brigade',
  'Engineer Battalion',
  'Signals Regiment',
  'Border Company',
]

/** Somebody of a story. */
export interface Person {
  readonly name: string
  readonly surname: string
  readonly pronoun: 'he' | 'she'
  readonly office: string
}

/** The people and bodies of one story. */
export interface Cast {
  readonly town: string
  readonly body: string
  readonly unit: string
  readonly people: readonly [Person, Person, Person]
}

const offices = [
  'mayor',
  'captain',
  'spokeswoman',
  'teacher',
  'engineer',
  'head of the council',
  'volunteer',
  'lawyer',
] as const

/** Draws the cast of a story; the same names come back in other stories. */
export function drawCast(random: Random): Cast {
  const town = random.pick(wordsOf(towns))
  const person = (): Person => {
    const first = random.pick(wordsOf(firstNames))
    const surname = random.pick(wordsOf(surnames))
    const pronoun = first.endsWith('a') || first === 'Ines' ? 'she' : 'he'
    return {name: `${first} ${surname}`, surname, pronoun, office: random.pick(offices)}
  }
  return {
    town,
    body: `${town} ${random.pick(listOf(bodies))}`,
    unit: `${random.between(2, 98)}th ${random.pick(listOf(units))}`,
    people: [person(), person(), person()],
  }
}

function wordsOf(words: string): readonly [string, ...string[]] {
  return listOf(words.split(' '))
}

function listOf(items: readonly string[]): readonly [string, ...string[]] {
  const [first = '', ...rest] = items
  return [first, ...rest]
}
