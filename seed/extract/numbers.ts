import {readCount} from './counts.ts'
import type {NumberPhrase} from './numberPhrase.ts'
import {readFraction, readMajority, readRatio} from './shares.ts'

const magnitude =
  /^(?:(?:(?:tens|hundreds|thousands|millions|dozens|scores) of )?(?:tens|dozens|scores|hundreds|thousands|millions|billions)|(?:several|a few|many) (?:dozen|hundred|thousand|million))\b/i

/** Reads the number that begins at an offset: "1,000", "twenty-one", "two-thirds", "hundreds". */
export function readNumber(text: string, start: number): NumberPhrase | undefined {
  const rest = text.slice(start, start + 120)
  const round = magnitude.exec(rest)
  if (round) return {end: start + round[0].length, value: null, form: 'magnitude'}
  return (
    readMajority(rest, start) ??
    readFraction(rest, start) ??
    readRatio(rest, start) ??
    readPlain(rest, start)
  )
}

function readPlain(rest: string, start: number): NumberPhrase | undefined {
  const count = readCount(rest)
  if (!count) return undefined
  const {length, value, isWord} = count
  return {end: start + length, value, form: isWord ? 'words' : 'digits'}
}
