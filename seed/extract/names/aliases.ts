import type {NameKind} from '../entities.ts'
import type {Item} from './items.ts'
import type {Candidate} from './candidates.ts'

/** Two names that the text says are one's. */
export interface AliasLink {
  readonly name: Item
  readonly alias: Item
  readonly kind: NameKind
}

interface Phrase {
  readonly between: RegExp
  readonly kind: NameKind
  /** The name that stands first is the one that is given up. */
  readonly isReversed?: true
}

const opening = '^[\\s,(\\[\u2013\u2014-]*(?:who (?:is|was) |is |was )?(?:now |then |once |since )?'
const closing = '(?: the)?[\\s:"\u201C\u2018\u2013\u2014-]*$'
const phrases: readonly Phrase[] = [
  {
    between: phrase('formerly(?: known as| called)?|previously(?: known as| called)?|then called'),
    kind: 'former',
  },
  {
    between: phrase(
      '(?:who |which )?(?:has |had )?(?:since )?(?:changed (?:his|her|its|their) name to|renamed (?:himself |herself |itself |themselves )?(?:as )?|rebranded (?:as )?|now (?:called|known as|named))',
    ),
    kind: 'former',
    isReversed: true,
  },
  {between: phrase('née|né|born'), kind: 'birth'},
  {
    between: phrase(
      'code-?named?|whose code ?name (?:is|was)|code ?name|nom de guerre|under the (?:code ?name|alias)',
    ),
    kind: 'codename',
  },
  {between: phrase('call ?sign|whose call ?sign (?:is|was)'), kind: 'callSign'},
  {
    between: phrase(
      'also known as|a\\.?k\\.?a\\.?|aka|better known as|known (?:simply |only )?as|nicknamed|alias|or simply|abbreviated (?:as|to)',
    ),
    kind: 'spelling',
  },
]

/** Finds what the text calls by two names: "Ada Lund, formerly Ada Quist". */
export function findAliases(text: string, items: readonly Item[]): AliasLink[] {
  const printed = items
    .flatMap((item) => item.printings.map((printing) => ({item, printing})))
    .sort((a, b) => a.printing.start - b.printing.start)
  return printed.flatMap((first, index): AliasLink[] => {
    const second = printed[index + 1]
    if (!second || first.item === second.item) return []
    const between = text.slice(first.printing.end, second.printing.start)
    if (between.length > 60) return []
    const found = phrases.find((one) => one.between.test(between))
    if (found) {
      return found.isReversed
        ? [{name: second.item, alias: first.item, kind: found.kind}]
        : [{name: first.item, alias: second.item, kind: found.kind}]
    }
    return inBrackets(text, first, second)
  })
}

interface Printed {
  readonly item: Item
  readonly printing: Candidate
}

/** "Bank of Norland (BoN)", "Кастусь Каліноўскі (Kastuś Kalinoŭski)". */
function inBrackets(text: string, first: Printed, second: Printed): AliasLink[] {
  const isBracketed =
    /^ ?\(["\u201C]?$/.test(text.slice(first.printing.end, second.printing.start)) &&
    /^["\u201D]?\)/.test(text.slice(second.printing.end, second.printing.end + 2))
  if (!isBracketed) return []
  const {item: name} = first
  const {item: alias} = second
  if (script(name.form) !== script(alias.form)) return [{name, alias, kind: 'transliteration'}]
  if (isShortened(alias, name)) return [{name, alias, kind: 'abbreviation'}]
  return isShortened(name, alias) ? [{name: alias, alias: name, kind: 'abbreviation'}] : []
}

function isShortened(short: Item, full: Item): boolean {
  const isAcronym = /^\p{Lu}[\p{L}\p{N}.-]*\p{Lu}/u.test(short.form) && short.words.length === 1
  if (!isAcronym || full.words.length < 2 || full.type === 'person') return false
  const initials = new Set(full.words.map((word) => word.slice(0, 1)))
  const letters = short.words[0]?.match(/\p{L}/gu) ?? []
  return letters.filter((letter) => initials.has(letter)).length * 2 >= letters.length
}

function script(form: string): string {
  if (/\p{Script=Latin}/u.test(form)) return 'Latin'
  return /\p{Script=Cyrillic}/u.test(form) ? 'Cyrillic' : 'other'
}

function phrase(words: string): RegExp {
  return new RegExp(`${opening}(?:${words})${closing}`, 'iu')
}
