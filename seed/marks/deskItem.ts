import type {DeskItem} from '../../sanity.types.ts'
import type {confidences} from '../../vocabulary/desk.ts'
import {fold} from '../extract/fold.ts'
import type {Gazetteer} from '../extract/gazetteer.ts'
import type {FoundMark, Reading} from './paragraphMarks.ts'
import {referenceTo} from './references.ts'

type Confidence = (typeof confidences)[number]['value']

/** Where a mark was found: the key of its block, the text, and the names that were looked for. */
export interface FoundIn {
  readonly block: string
  readonly reading: Reading
  readonly gazetteer: Gazetteer
}

/**
 * What the desk keeps of a suggested mark: its words, what in the text suggested it, how sure that
 * is, and who else could be meant. The key is made from those of the block and the mark.
 */
export function deskItem(
  {mark, found, start, end}: FoundMark,
  place: FoundIn,
): DeskItem & {_key: string} {
  const candidates = candidatesFor(found, place)
  return {
    _key: deskItemKey(place.block, mark._key),
    _type: 'deskItem',
    blockKey: place.block,
    key: mark._key,
    wording: place.reading.text.slice(start, end),
    rule: inWords(found.rule),
    confidence: confidenceOf(found.confidence),
    ...(candidates.length > 0 && {
      candidates: candidates.map((id) => ({_key: id, ...referenceTo(id), _weak: true})),
    }),
  }
}

/** The key of what the desk keeps of a mark. */
export function deskItemKey(block: string, mark: string): string {
  return `${block}-${mark}`
}

/** What an editor reads in place of a figure between 0 and 1. */
function confidenceOf(figure: number): Confidence {
  if (figure >= 0.9) return 'high'
  return figure >= 0.7 ? 'medium' : 'low'
}

/** The name of a rule as words: `byPronoun.paragraphBefore` is “by pronoun, paragraph before”. */
function inWords(rule: string): string {
  return rule
    .replaceAll('.', ', ')
    .replaceAll(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`)
}

/**
 * Others whom the words could mean: those who bear the same name, or who may have said what is
 * quoted, the likeliest first.
 */
function candidatesFor(found: FoundMark['found'], {reading, gazetteer}: FoundIn): string[] {
  if ('speaker' in found) return found.candidates.map(({entity}) => entity)
  if (!('entity' in found)) return []
  if (found.candidates) return [...found.candidates]
  const words = fold(reading.text.slice(found.start, found.end)).text
  const own = reading.entities.find(({entity}) => entity === found.entity)
  const namesakes = gazetteer.filter(({names}) => names.some(isSame(words)))
  const all = [...(own?.candidates ?? []), ...namesakes.map(({entity}) => entity)]
  return [...new Set(all)].filter((id) => id !== found.entity)
}

function isSame(words: string): (name: string) => boolean {
  return (name) => fold(name).text === words
}
