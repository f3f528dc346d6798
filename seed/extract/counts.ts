/** A whole or decimal number in digits or in words: how long it is and what it is worth. */
export interface Count {
  readonly length: number
  readonly value: number
  readonly isWord: boolean
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const small = new Map([
  ...ones.split(' ').map((word, value) => [word, value] as const),
  ...tens.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
])
const scales = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const suffixes = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
])
const digits = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/
const scaled = /^(?:[ -](hundred|thousand|million|billion|trillion)|(k|m|bn|tn))(?!\p{L})/iu
const articleBeforeScale = /^an? (?=(?:dozen|hundred|thousand|million|billion|trillion)\b)/i

/** Reads the number that a text begins with: "1,000", "1.5 million", "twenty-one". */
export function readCount(text: string): Count | undefined {
  const printed = digits.exec(text)?.[0]
  if (printed === undefined) return readWords(text)
  const value = Number(printed.replaceAll(',', ''))
  const scale = scaled.exec(text.slice(printed.length))
  const [phrase = '', word = '', suffix = ''] = scale ?? []
  const factor = scales.get(word.toLowerCase()) ?? suffixes.get(suffix.toLowerCase()) ?? 1
  // Products such as 1.1 × 1000000 are rounded back to what a reader would write.
  const product = Math.round(value * factor * 1e6) / 1e6
  return {length: printed.length + phrase.length, value: product, isWord: false}
}

function readWords(text: string): Count | undefined {
  const article = articleBeforeScale.exec(text)?.[0] ?? ''
  let at = article.length
  let length = 0
  let total = 0
  let group: number | undefined = article === '' ? undefined : 1
  for (;;) {
    const joint = length === 0 ? '' : /^(?:-| and | )/.exec(text.slice(at))?.[0]
    if (joint === undefined) break
    const next = /^\p{L}+/u.exec(text.slice(at + joint.length))?.[0] ?? ''
    const value = small.get(next.toLowerCase())
    const scale = scales.get(next.toLowerCase())
    if (value !== undefined && (group === undefined || mayAdd(group, value))) {
      group = (group ?? 0) + value
    } else if (scale !== undefined && group !== undefined) {
      group *= scale
      if (scale >= 1000) {
        total += group
        group = undefined
      }
    } else {
      break
    }
    at += joint.length + next.length
    length = at
  }
  return length === 0 ? undefined : {length, value: total + (group ?? 0), isWord: true}
}

/** "twenty" takes "one", "hundred" takes "fifty"; "two three" is two numbers. */
function mayAdd(group: number, value: number): boolean {
  if (group % 100 === 0 && group > 0) return value < 100
  return group >= 20 && group % 10 === 0 && value > 0 && value < 10
}
