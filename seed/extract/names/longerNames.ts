import {companyMark} from './headWords.ts'
import type {Item} from './items.ts'

const small = /^(?:of|the|for|and|on|in|&)$/

/**
 * Finds the longer names that share their first word, their last word or their initials with a
 * name, so that not every name of a long text has to be compared with every other.
 */
export function indexLongerNames(items: readonly Item[]): (item: Item) => readonly Item[] {
  const index = new Map<string, Item[]>()
  const longestFirst = items
    .filter(({words}) => words.length > 1)
    .sort((a, b) => b.words.length - a.words.length)
  for (const item of longestFirst) {
    for (const key of keysOf(item)) {
      const listed = index.get(key)
      if (listed) listed.push(item)
      else index.set(key, [item])
    }
  }
  return (item) => {
    const {words} = item
    const wanted = [`first ${words[0]}`, `last ${words.at(-1)}`, `last ${familyName(item)}`]
    if (words.length === 1) wanted.push(`initials ${words[0]}`)
    const found = new Set<Item>()
    for (const key of wanted) {
      for (const longer of index.get(key) ?? []) {
        if (longer.words.length <= words.length) break
        found.add(longer)
      }
    }
    return [...found]
  }
}

/** What a name may be abbreviated to: the first letters of all its words, or of the large ones. */
export function initialsOf({words}: Item): ReadonlySet<string> {
  const large = words.filter((word) => !small.test(word))
  const own = words.filter((word) => !companyMark.test(word))
  return new Set([words, large, own].map(letters))
}

function keysOf(item: Item): string[] {
  const {words} = item
  return [
    `first ${words[0]}`,
    `last ${words.at(-1)}`,
    ...(familyName(item) === words.at(-1) ? [] : [`last ${familyName(item)}`]),
    ...[...initialsOf(item)].map((one) => `initials ${one}`),
  ]
}

const suffix = /^(?:jr|sr|ii|iii|iv|esq|qc|kc|mp)$/

/** A person's names without what is set behind them: "Jr", "QC". */
export function properWords({words}: Item): readonly string[] {
  return words.length > 2 && suffix.test(words.at(-1) ?? '') ? words.slice(0, -1) : words
}

function familyName(item: Item): string {
  return properWords(item).at(-1) ?? ''
}

function letters(words: readonly string[]): string {
  return words.flatMap((word) => word.split('-').map((part) => part.slice(0, 1))).join('')
}
