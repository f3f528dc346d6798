import {agencyVerbs, speechVerbs} from '../verbs.ts'
import type {Candidate} from './candidates.ts'
import {nounClass} from './nouns.ts'
import {isSmallWord} from './smallWords.ts'
import type {Vote} from './votes.ts'
import {kindsOf} from './lexicon.ts'
import type {Word} from './words.ts'

const kin =
  /^(?:wife|husband|mother|father|son|daughter|brother|sister|parents|family|widow|lawyer|lawyers|attorney|death|career|face|hands|friend|friends|supporters|girlfriend|boyfriend|aide|aides|remarks|comments|campaign)$/
const landed =
  /^(?:capital|border|borders|government|population|president|prime|economy|territory|coast|airport|residents|people|parliament|embassy|ambassador|suburbs|streets)$/
const staff =
  /^(?:officials?|spokes\p{Ll}+|executives?|employees|chairman|chairwoman|board|shares|staff|headquarters|members|website|reporters?|journalists?|readers|correspondent|editor|chief|director|boss|customers|users|subsidiary)$/u
const auxiliary =
  /^(?:is|was|were|are|has|had|have|will|would|could|can|may|might|should|did|does)$/
const codename = /^(?:code-?named?|call-?sign|nom|pseudonym|alias)$/
const soldiers = /^(?:soldiers?|fighters?|troops|recruits|battalion|regiment|brigade|legion|unit)$/
const hasBefore: ReadonlyMap<string, Vote> = new Map<string, Vote>([
  ...each('in near', {type: 'place', weight: 1.7, rule: 'preposition'}),
  ...each('at outside inside across around into throughout', {
    type: 'place',
    weight: 1,
    rule: 'preposition',
  }),
  ...each('from to towards toward via', {type: 'place', weight: 1, rule: 'preposition'}),
])

/** What the words around one printing of a name say about it. */
export function contextEvidence(candidate: Candidate, words: readonly Word[]): Vote[] {
  const first = candidate.title[0] ?? candidate.words[0]
  const last = candidate.words.at(-1)
  if (!first || !last) return []
  return [...before(candidate, first, words), ...after(last, words)]
}

function before(candidate: Candidate, first: Word, words: readonly Word[]): Vote[] {
  const previous = words[first.index - 1]
  if (isDateline(candidate, words)) return [{type: 'place', weight: 4, rule: 'dateline'}]
  if (!previous || previous.line !== first.line) return []
  const text = previous.text.toLowerCase()
  const article = words[first.index - 2]
  if (/^(?: |, |: )?["\u201C\u2018(\u2013\u2014 -]*$/.test(first.gap) && !previous.isCapital) {
    if (codename.test(text)) {
      return [{type: 'person', weight: 4, rule: 'codename'}]
    }
  }
  const isBehindPlace = first.gap === ', ' && previous.isCapital && isLocated(previous, words)
  if (isBehindPlace && !takesVerb(candidate, words)) {
    return [{type: 'place', weight: 2, rule: 'preposition'}]
  }
  if (first.gap !== ' ' || candidate.title.length > 0) return []
  const noun = previous.isCapital ? undefined : nounClass(text)
  const inApposition =
    noun && !previous.isPossessive ? [{type: noun, weight: 2, rule: 'role'} as const] : []
  if (text === 'the') {
    return [
      {type: 'person', weight: -3, rule: 'article'},
      {type: 'organisation', weight: standsAlone(candidate, words) ? 1.4 : 0.9, rule: 'article'},
      ...prepositional(article),
    ]
  }
  if (
    text === 'for' &&
    article &&
    /^(?:MPs?|TD|senator|candidate|councillor|member)$/.test(article.text)
  ) {
    return [{type: 'place', weight: 2.5, rule: 'townOf'}]
  }
  if (text === 'of' && article && !article.isCapital && nounClass(article.text) === 'place') {
    return [{type: 'place', weight: 3, rule: 'townOf'}]
  }
  if (
    (text === 'as' || text === 'by') &&
    article &&
    /^(?:known|identified|only|named)$/.test(article.text)
  ) {
    return [{type: 'person', weight: 2.5, rule: 'knownAs'}]
  }
  if (/^n[ée]e?$/.test(text)) return [{type: 'person', weight: 4, rule: 'knownAs'}]
  if (speechVerbs.has(text)) {
    return text === 'told'
      ? [
          {type: 'organisation', weight: 1, rule: 'told'},
          {type: 'person', weight: 0.6, rule: 'told'},
        ]
      : [{type: 'person', weight: 1, rule: 'speaks'}]
  }
  return [...inApposition, ...prepositional(previous)]
}

/** "After years in Norland, Quist *was* …": the sentence begins anew behind the comma. */
function takesVerb({words: own}: Candidate, words: readonly Word[]): boolean {
  const next = words[(own.at(-1)?.index ?? 0) + 1]
  return next?.gap === ' ' && (auxiliary.test(next.text) || speechVerbs.has(next.text))
}

/** "the Kremlin said", not "the Cruise video" or "the Polaroids". */
function standsAlone({words: [first, second], form}: Candidate, words: readonly Word[]): boolean {
  if (!first || second) return false
  const next = words[first.index + 1]
  const isAttributive =
    next?.gap === ' ' &&
    !first.isPossessive &&
    !isSmallWord(next.text) &&
    !auxiliary.test(next.text) &&
    !speechVerbs.has(next.text)
  return !isAttributive && !/(?<!s)s$/.test(form)
}

/** "in *Williamsburg*, Virginia": whether a place can stand before the comma. */
function isLocated(last: Word, words: readonly Word[]): boolean {
  if (kindsOf(last.text).has('date')) return false
  let index = last.index
  while (index > last.index - 3 && words[index]?.isCapital && words[index]?.gap === ' ') index -= 1
  return /^(?:in|near|at|from|of|to|outside)$/.test(words[index]?.text ?? '')
}

/** "WARSAW (AP) —", "KYIV, Ukraine —" at the head of a paragraph. */
function isDateline({words: own, form}: Candidate, words: readonly Word[]): boolean {
  const [first] = own
  const next = words[(own.at(-1)?.index ?? 0) + 1]
  const isFirst = first !== undefined && words[first.index - 1]?.line !== first.line
  if (
    !isFirst ||
    !next ||
    own.length > 3 ||
    next.line !== first.line ||
    !/^\P{Ll}{4,}$/u.test(form)
  )
    return false
  return /^(?:, | \(| ?[\u2013\u2014-])/.test(next.gap)
}

function prepositional(word: Word | undefined): Vote[] {
  const found = word && hasBefore.get(word.text.toLowerCase())
  return found ? [found] : []
}

function after(last: Word, words: readonly Word[]): Vote[] {
  const next = words[last.index + 1]
  if (!next || next.line !== last.line || next.opensSentence) return []
  const {text} = next
  if (last.isPossessive) {
    if (kin.test(text)) return [{type: 'person', weight: 2, rule: 'kin'}]
    if (landed.test(text)) return [{type: 'place', weight: 1.5, rule: 'landed'}]
    return staff.test(text) ? [{type: 'organisation', weight: 1.5, rule: 'staff'}] : []
  }
  if (/^, $/.test(next.gap)) {
    const named = words[next.index + 1]
    if (/^(?:his|her|their|a)$/.test(text) && named && codename.test(named.text)) {
      return [{type: 'person', weight: 4, rule: 'codename'}]
    }
    if (/^\d{1,2}$/.test(text) && /^[,.]/.test(words[next.index + 1]?.gap ?? '.')) {
      return [{type: 'person', weight: 4, rule: 'age'}]
    }
    if (/^(?:who|whose|whom)$/.test(text)) return [{type: 'person', weight: 2, rule: 'who'}]
    return apposition(next, words, 2)
  }
  if (next.gap === '-') {
    return text === 'based' ? [{type: 'place', weight: 3, rule: 'based'}] : []
  }
  if (next.gap !== ' ') return []
  if (/^(?:who|whose|whom)$/.test(text)) return [{type: 'person', weight: 1.5, rule: 'who'}]
  if (/^(?:is|was|became|remains)$/.test(text)) {
    const described = words[next.index + 1]
    return described ? apposition(described, words, 2.5) : []
  }
  if (soldiers.test(text)) return [{type: 'unit', weight: 3, rule: 'soldiers'}]
  if (staff.test(text)) return [{type: 'organisation', weight: 1.5, rule: 'staff'}]
  if (speechVerbs.has(text) || agencyVerbs.has(text)) {
    return [
      {type: 'person', weight: 1.5, rule: 'speaks'},
      {type: 'organisation', weight: 1.2, rule: 'speaks'},
    ]
  }
  return []
}

/** "…, *a small town* in the north": the noun behind the article says what bears the name. */
function apposition(start: Word, words: readonly Word[], weight: number): Vote[] {
  if (!/^(?:an?|the|one)$/.test(start.text)) return nounVotes(start, weight)
  for (let index = start.index + 1; index < start.index + 7; index += 1) {
    const word = words[index]
    if (!word || word.line !== start.line) return []
    if (!/^[ -]$/.test(word.gap) || /^(?:of|in|for|who|that|which|at|on|to)$/.test(word.text))
      return []
    const next = words[index + 1]
    const isHead = !next || next.gap !== ' ' || !nounClass(next.text)
    const found = word.isCapital || word.isPossessive || !isHead ? [] : nounVotes(word, weight)
    if (found.length > 0) return found
  }
  return []
}

function nounVotes(word: Word, weight: number): Vote[] {
  const type = word.isCapital ? undefined : nounClass(word.text)
  return type ? [{type, weight, rule: 'apposition'}] : []
}

function each(words: string, vote: Vote): [string, Vote][] {
  return words.split(' ').map((word) => [word, vote])
}
