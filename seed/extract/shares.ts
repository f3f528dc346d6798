import {readCount} from './counts.ts'
import type {NumberPhrase} from './numberPhrase.ts'
import {readPopulation} from './population.ts'

const denominators = new Map([
  ['half', 2],
  ['halve', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
])
const signs = new Map<string, readonly [numerator: number, denominator: number]>([
  ['\u00BD', [1, 2]],
  ['\u2153', [1, 3]],
  ['\u2154', [2, 3]],
  ['\u00BC', [1, 4]],
  ['\u00BE', [3, 4]],
  ['\u2155', [1, 5]],
  ['\u2156', [2, 5]],
  ['\u2157', [3, 5]],
  ['\u2158', [4, 5]],
])
const halfAsShare = /^half\b(?!-\p{L}|[- ](?:an? |dozen|hour|brother|sister|past|time|way))/iu
const fraction =
  /^(an?|one|two|three|four|five|six|seven|eight|nine)([- ])(half|halve|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(s?)(?!\p{L})/iu

/** Reads a part of a whole: "two-thirds", "a quarter of", "half", "½". */
export function readFraction(rest: string, start: number): NumberPhrase | undefined {
  const sign = signs.get(rest[0] ?? '')
  if (sign) return share(...sign, start + 1, 'fraction')
  if (halfAsShare.test(rest)) return fractionOf(1, 2, rest, 'half'.length, start)
  const found = fraction.exec(rest)
  if (!found) return undefined
  const [phrase, count = '', joint, part = '', plural] = found
  const numerator = readCount(count.toLowerCase())?.value ?? 1
  const behind = rest.slice(phrase.length)
  // "a third unit" is an ordinal: one part of a whole needs a hyphen, an "of", or its sentence's end.
  const isPart =
    joint === '-' || /^(?: (?:of|from|since|over|between|compared|in the)\b|[,.;:]|$)/.test(behind)
  if (numerator === 1 ? !isPart : plural === '') return undefined
  const denominator = denominators.get(part.toLowerCase()) ?? 1
  return fractionOf(numerator, denominator, rest, phrase.length, start)
}

/** "half of 1 per cent" is a percentage of its own, any other fraction a share of what follows. */
function fractionOf(
  numerator: number,
  denominator: number,
  rest: string,
  length: number,
  start: number,
): NumberPhrase {
  const ofPercent = /^\sof\s(?:a|one|1)(?=\s?(?:per ?cent|%|percentage))/i.exec(rest.slice(length))
  if (!ofPercent) return share(numerator, denominator, start + length, 'fraction')
  const end = start + length + ofPercent[0].length
  return {end, value: Math.round((1000 * numerator) / denominator) / 1000, form: 'words'}
}

/** Reads so many of so many: "one in five", "nine out of 10". */
export function readRatio(rest: string, start: number): NumberPhrase | undefined {
  const first = readCount(rest)
  if (!first) return undefined
  const joint = /^ (?:out of|in)(?: every)? /.exec(rest.slice(first.length))
  if (!joint) return undefined
  const at = first.length + joint[0].length
  const second = readCount(rest.slice(at))
  if (!second || second.value <= first.value || second.value > 1000) return undefined
  const end = at + second.length
  if (/^(?:,?\d|[- ]?(?:year|month|week|day|hour|minute|per ?cent|%))/.test(rest.slice(end))) {
    return undefined
  }
  return share(first.value, second.value, start + end, 'ratio')
}

const majority =
  /^(?:an?|the) (?:(?:clear|vast|large|small|slim|narrow|slight|bare|strong|solid|great|growing|overwhelming|sizeable|sizable|comfortable|wide|big|huge) )*majority(?= of )/i

/** Reads "a majority of the voters": more than half of people, who are the ones that hold views. */
export function readMajority(rest: string, start: number): NumberPhrase | undefined {
  const [words] = majority.exec(rest) ?? []
  if (words === undefined || !readPopulation(rest, words.length, rest.length)) return undefined
  return {end: start + words.length, value: 50, form: 'majority'}
}

function share(
  numerator: number,
  denominator: number,
  end: number,
  form: 'fraction' | 'ratio',
): NumberPhrase {
  const value = Math.round((1000 * numerator) / denominator) / 10
  return {end, value, parts: {numerator, denominator}, form}
}
