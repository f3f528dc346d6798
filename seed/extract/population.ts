import type {Span} from './span.ts'

const people =
  'voters?|electorate|adults?|respondents?|people|Americans|Britons|citizens|residents|women|men|girls|boys|children|teenagers|public|country|nation|population|households|families|Democrats|Republicans|independents|conservatives|liberals|moderates|evangelicals|Christians|Catholics|Protestants|Muslims|Jews|Latinos|Hispanics|whites|blacks|students|pupils|graduates|workers|employees|employers|parents|mothers|fathers|teachers|doctors|nurses|patients|farmers|drivers|commuters|users|customers|consumers|readers|members|supporters|opponents|backers|participants|interviewees|pensioners|retirees|veterans|soldiers|refugees|migrants|immigrants|taxpayers|homeowners|renters|companies|firms|businesses|executives|managers|economists|scientists|experts|officials|officers|troops|personnel|staff|insiders|leaders|lawmakers|MPs|attendees|visitors|viewers|tenants|passengers|caucus-?goers|locals|villagers'
// Those who do or hold something: "islanders", "tutors"; papers and numbers are no people.
const doers =
  '(?!numbers|papers|newspapers|orders|matters|centers|computers|letters|quarters|offers|motors|factors|errors|colors)\\p{Ll}{3,}(?:ers|ors|ists)'
const demonyms = '\\p{Lu}\\p{Ll}+(?:ans|ians|ons|ese|ish|is)'
// A word in between that begins a phrase of its own ends the description: "of calls by voters".
const describing =
  "(?!(?:of|by|in|on|at|for|with|to|from|that|who|which)\\b)[\\p{L}\\p{N}][\\p{L}\\p{N}\\u2019'-]*"
const counted = new RegExp(
  `^ (?:${describing} ){0,4}?(?:${people}|${doers}|${demonyms})(?![\\p{L}\\u2019'-])`,
  'u',
)
const group = new RegExp(
  [
    `^ ?(?:of|among|from) (?:${describing} ){0,5}?(?:${people}|${doers}|${demonyms})(?![\\p{L}\\u2019'-])`,
    `^ of (?:those|them|us|whom)(?!\\p{L})`,
    `^ (?:${people}|${doers})(?![\\p{L}\\u2019'-])`,
  ].join('|'),
  'u',
)

/**
 * Reads the people that a share is a share of: "of *likely voters*", "of *the country*". Behind a
 * ratio they need no "of": "nine in ten *young voters*".
 */
export function readPopulation(
  text: string,
  start: number,
  end: number,
  isRatio = false,
): Span | undefined {
  const rest = text.slice(start, Math.min(end, start + 160))
  const [words] = group.exec(rest) ?? (isRatio ? counted.exec(rest) : null) ?? []
  if (words === undefined) return undefined
  const lead = /^ ?(?:(?:of|among|from) )?/.exec(words)?.[0].length ?? 0
  return {start: start + lead, end: start + words.length}
}
