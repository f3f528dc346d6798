import type {Gazetteer, KnownEntity} from '../gazetteer.ts'
import type {Mention} from '../mentions.ts'
import type {Span} from '../span.ts'
import {covers} from '../span.ts'
import type {Candidate} from './candidates.ts'
import {candidateOf} from './candidates.ts'
import type {TypedCandidate} from './items.ts'
import {plainName} from './items.ts'
import type {Word} from './words.ts'

/** What stays of the gazetteer's mentions, and all names to put together, known ones included. */
export interface Reconciled {
  readonly mentions: readonly Mention[]
  readonly names: readonly TypedCandidate[]
}

/**
 * Settles where a name of the gazetteer and a new one claim the same words: the known one wins,
 * unless it is only a part of the name of something else, or of somebody else's.
 */
export function reconcile(
  typed: readonly TypedCandidate[],
  known: readonly Mention[],
  gazetteer: Gazetteer,
  words: readonly Word[],
): Reconciled {
  if (known.length === 0) return {mentions: known, names: typed}
  const entities = new Map(gazetteer.map((one) => [one.entity, one]))
  const others = typed.filter((name) => {
    const claimed = touching(known, name.candidate)
    return claimed.every((mention) => isSomethingElse(name, mention, entities.get(mention.entity)))
  })
  const bearers = new Set(
    others
      .filter(({candidate, nameType}) => nameType.type === 'person' && candidate.words.length > 1)
      .map(({candidate}) => plainName(candidate.words.at(-1)?.text ?? '')),
  )
  const open: TypedCandidate[] = []
  const claims = others.map(({candidate}) => candidate)
  const mentions = known.filter((mention) => {
    if (touching(claims, mention).length > 0) return false
    if (mention.type !== 'person' || bearers.size === 0) return true
    const candidate = candidateAt(mention, words)
    if (!candidate || candidate.words.length > 1 || !bearers.has(plainName(candidate.form))) {
      return true
    }
    open.push({candidate, nameType: {type: 'person', rule: 'partOfName', margin: 0}})
    return false
  })
  const kept = mentions.flatMap((mention): TypedCandidate[] => {
    const entity = entities.get(mention.entity)
    const candidate = candidateAt(mention, words)
    if (!entity || !candidate) return []
    return [{candidate, nameType: {type: mention.type, rule: 'surname', margin: 0}, known: entity}]
  })
  return {
    mentions,
    names: [...kept, ...open, ...others].sort((a, b) => a.candidate.start - b.candidate.start),
  }
}

/** "Norland" in "Norland Press", "Quist" in the name of another Quist than the newsroom's. */
function isSomethingElse(
  {candidate, nameType}: TypedCandidate,
  mention: Mention,
  entity: KnownEntity | undefined,
): boolean {
  const isLonger =
    covers(candidate, mention) && candidate.end - candidate.start > mention.end - mention.start
  if (!isLonger || !nameType.type || !entity) return false
  if (nameType.type !== mention.type) {
    return mention.rule === 'partOfLongerName' && nameType.margin >= 2
  }
  if (nameType.type !== 'person' || candidate.words.length < 2) return false
  const [given = ''] = plainName(candidate.form).split(' ')
  const fullNames = entity.names.map(plainName).filter((name) => name.includes(' '))
  return fullNames.length > 0 && fullNames.every((name) => !name.startsWith(given.slice(0, 1)))
}

function candidateAt({start, end}: Mention, words: readonly Word[]): Candidate | undefined {
  const own = touching(words, {start, end})
  return own.length > 0 ? {...candidateOf(own), start, end} : undefined
}

/** Those of spans in reading order, none over another, that share a character with one. */
function touching<Of extends Span>(spans: readonly Of[], {start, end}: Span): Of[] {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const found: Of[] = []
  for (let one = spans[low]; one && one.start < end; one = spans[low]) {
    found.push(one)
    low += 1
  }
  return found
}
