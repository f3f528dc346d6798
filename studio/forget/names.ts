import {isText, itemsOf} from '../../schemas/rules/read.ts'
import {addressOf} from '../../vocabulary/addresses.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Every form of a person’s name that their entry knows, in all its versions, the longest first. These
 * are the words to look for where the person must not be found again.
 */
export function namesOf(versions: readonly Fields[]): string[] {
  const names = versions.flatMap(({name, sortName, alternateNames}) => [
    name,
    sortName,
    ...itemsOf(alternateNames).map((variant) => variant['name']),
  ])
  // Parts of one or two letters stand in every other word.
  const words = names.filter(isText).map((name) => name.trim())
  return [...new Set(words.filter((name) => name.length > 2))].sort((a, b) => b.length - a.length)
}

/** Whether one of the words stands somewhere in a value, as it is printed or as an address. */
export function mentionsName(value: unknown, words: readonly string[]): boolean {
  if (typeof value === 'string') {
    return words.some((word) => {
      const address = addressOf(word)
      return pattern(word).test(value) || (address !== '' && pattern(address).test(value))
    })
  }
  if (Array.isArray(value)) {
    return isBlockOfWords(value, words) || value.some((one) => mentionsName(one, words))
  }
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(
    ([key, one]) => !key.startsWith('_') && mentionsName(one, words),
  )
}

/** Puts other words in place of every name. */
export function replaceNames(text: string, words: readonly string[], instead: string): string {
  return words.reduce((result, word) => result.replaceAll(pattern(word), instead), text)
}

/** Marks cut a paragraph into pieces, and a name may begin in one and end in the next. */
function isBlockOfWords(spans: readonly unknown[], words: readonly string[]): boolean {
  const text = itemsOf(spans).map((span) => (span['_type'] === 'span' ? span['text'] : ''))
  return text.length > 1 && mentionsName(text.join(''), words)
}

/** A name begins a word; a short one is a word, for “Ada” is neither in “Canada” nor in “Adam”. */
function pattern(word: string): RegExp {
  const letters = word.normalize('NFC').replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const end = word.length < 5 ? String.raw`(?![\p{L}\p{N}])` : ''
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${letters}${end}`, 'giu')
}
