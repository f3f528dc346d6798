import type {EntityType} from '../../vocabulary/entityTypes.ts'
import type {Folded} from './fold.ts'
import {fold} from './fold.ts'
import type {Gazetteer, KnownEntity} from './gazetteer.ts'
import {chooseSense} from './senses.ts'
import type {Evidence, Span} from './span.ts'

/** A place in the text where somebody or something known is named; a possessive ending is left out. */
export interface Mention extends Span, Evidence {
  readonly entity: string
  readonly type: EntityType
  /** Others whom the words may mean as well, where these were weighed for this place. */
  readonly candidates?: readonly string[]
}

interface Hit extends Span {
  readonly entities: readonly KnownEntity[]
}

const wordStart = /[\p{L}\p{N}]+/gu

/**
 * Finds every printing of the gazetteer's names, inside quotations too. Where several names begin
 * at one word the longest wins; a name that stands for several entities is given to the one that
 * its sentence speaks of.
 */
export function findMentions(text: string, gazetteer: Gazetteer): Mention[] {
  const folded = fold(text)
  const hits = findHits(folded, indexNames(gazetteer)).flatMap((hit) =>
    withoutRejected(folded, hit),
  )
  const decided: Mention[] = []
  const open: Hit[] = []
  for (const hit of hits) {
    const sense = chooseSense(folded.text, hit, hit.entities)
    if (!sense) open.push(hit)
    else if (!isPartOfLongerName(folded.text, hit, hits)) decided.push(mention(hit, sense))
    else if (!sense.entity.codename) {
      decided.push(mention(hit, {...sense, rule: 'partOfLongerName', confidence: 0.6}))
    }
  }
  for (const hit of open) {
    const entity = mostMentioned(hit.entities, decided)
    if (entity) decided.push(mention(hit, {entity, rule: 'senseFoundElsewhere', confidence: 0.6}))
  }
  return decided
    .map((found) => ({...found, ...printed(folded, found)}))
    .sort((a, b) => a.start - b.start)
}

/** Leaves out whom an editor said the words do not mean. */
function withoutRejected({text}: Folded, hit: Hit): Hit[] {
  const words = text.slice(hit.start, hit.end)
  const entities = hit.entities.filter(
    ({notThis = []}) => !notThis.some((one) => fold(one).text === words),
  )
  return entities.length > 0 ? [{...hit, entities}] : []
}

function mention(span: Span, sense: Evidence & {entity: KnownEntity}): Mention {
  const {entity, rule, confidence} = sense
  return {
    start: span.start,
    end: span.end,
    entity: entity.entity,
    type: entity.type,
    rule,
    confidence,
  }
}

function printed(folded: Folded, span: Span): Span {
  return {start: folded.offsetOf(span.start), end: folded.offsetOf(span.end)}
}

function mostMentioned(entities: readonly KnownEntity[], decided: readonly Mention[]) {
  const count = ({entity}: KnownEntity) => decided.filter((one) => one.entity === entity).length
  return [...entities].sort((a, b) => count(b) - count(a))[0]
}

interface IndexedName {
  readonly name: string
  readonly entities: readonly KnownEntity[]
}

/** Names by their first word, the longest first. A description may open a sentence with a capital. */
function indexNames(gazetteer: Gazetteer): ReadonlyMap<string, readonly IndexedName[]> {
  const owners = new Map<string, KnownEntity[]>()
  for (const entity of gazetteer) {
    for (const name of entity.names) {
      const plain = fold(name).text.replace(/^[^\p{L}\p{N}]+|\s+$/gu, '')
      const capitalised = plain.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
      for (const form of new Set([plain, capitalised])) {
        const known = owners.get(form) ?? []
        if (form && !known.includes(entity)) owners.set(form, [...known, entity])
      }
    }
  }
  const index = new Map<string, IndexedName[]>()
  for (const [name, entities] of owners) {
    const [firstWord = ''] = name.match(wordStart) ?? []
    index.set(firstWord, [...(index.get(firstWord) ?? []), {name, entities}])
  }
  for (const names of index.values()) names.sort((a, b) => b.name.length - a.name.length)
  return index
}

function findHits(folded: Folded, index: ReadonlyMap<string, readonly IndexedName[]>): Hit[] {
  const {text} = folded
  const hits: Hit[] = []
  let taken = 0
  for (const word of text.matchAll(wordStart)) {
    const start = word.index
    if (start < taken) continue
    const found = index
      .get(word[0])
      ?.find(({name, entities}) => isNameAt(text, start, name, entities))
    if (!found) continue
    taken = start + found.name.length
    hits.push({start, end: taken, entities: found.entities})
  }
  return hits
}

/** A name must stand as a word of its own; countries may be joined by a hyphen, surnames may not. */
function isNameAt(text: string, start: number, name: string, entities: readonly KnownEntity[]) {
  if (!text.startsWith(name, start)) return false
  const joinable = entities.every(({type}) => type === 'place')
  const before = text.slice(Math.max(0, start - 40), start)
  if (/\p{L}'$/u.test(before)) return false
  if (!joinable && /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*-$/u.test(before)) return false
  const after = text.slice(start + name.length, start + name.length + 4)
  if (/^[\p{L}\p{N}]/u.test(after)) return false
  if (/^'(?!s(?![\p{L}\p{N}]))\p{L}/iu.test(after)) return false
  return joinable || !/^-\p{Lu}/u.test(after)
}

const capitalBefore = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}.]*) $/u
const capitalAfter = /^ \p{Lu}/u
const standsAlone =
  /^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Dame|Lord|Lady|President|Chancellor|King|Queen|Prince|Princess|Pope|Gen|General|Col|Colonel|Maj|Major|Capt|Captain|Lt|Lieutenant|Sgt|Sergeant|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\.?$/

/** Whether the name runs on into capitalised words that no other name accounts for. */
function isPartOfLongerName(text: string, hit: Hit, hits: readonly Hit[]): boolean {
  const before = text.slice(Math.max(0, hit.start - 40), hit.start)
  const previous = capitalBefore.exec(before)?.[1]
  if (previous && !standsAlone.test(previous)) {
    const at = hit.start - previous.length - 1
    const opensSentence = /(?:^|[.!?:"'(\n-])\s*$/u.test(text.slice(Math.max(0, at - 3), at))
    if (!opensSentence && !hits.some(({end}) => end >= at + previous.length && end < hit.start)) {
      return true
    }
  }
  const after = text.slice(hit.end, hit.end + 2)
  return capitalAfter.test(after) && !hits.some(({start}) => start === hit.end + 1)
}
