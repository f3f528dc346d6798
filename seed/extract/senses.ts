import type {EntityType} from '../../vocabulary/entityTypes.ts'
import type {KnownEntity} from './gazetteer.ts'
import type {Evidence, Span} from './span.ts'
import {agencyVerbs, speechVerbs} from './verbs.ts'

/** The entity that a name stands for at one place of the text. */
export interface Sense extends Evidence {
  readonly entity: KnownEntity
}

interface Clue {
  readonly type: EntityType
  readonly rule: string
  readonly weight: number
  readonly before?: RegExp
  readonly after?: RegExp
}

const settlement =
  '(?:town|city|village|port|region|district|settlement|capital|province|country|state|suburb|island|hamlet|peninsula)'
const role =
  '(?:commander|soldier|fighter|officer|lieutenant|sergeant|captain|colonel|general|volunteer|member|leader|activist|politician|minister|president|spokes\\w+|man|woman|citizen|journalist|doctor|lawyer|teacher)'
const personVerb = [...speechVerbs, ...agencyVerbs].join('|')

/** What a reader goes by when one word can be a person and a place. */
const clues: readonly Clue[] = [
  {
    type: 'place',
    rule: 'calledATown',
    weight: 3,
    after: new RegExp(`^(?:,| (?:is|was|lies))(?: \\p{Ll}[\\p{Ll}-]*){0,5} ${settlement}\\b`, 'u'),
  },
  {
    type: 'place',
    rule: 'townOf',
    weight: 3,
    before: new RegExp(`\\b${settlement} of $`, 'iu'),
  },
  {type: 'place', rule: 'bornIn', weight: 3, before: /\bborn (?:in|at|near) $/iu},
  {
    type: 'place',
    rule: 'prepositionOfPlace',
    weight: 2,
    before:
      /\b(?:in|near|inside|outside|into|around|across|throughout|(?:north|south|east|west) of) $/iu,
  },
  {type: 'place', rule: 'direction', weight: 1, before: /\b(?:from|to|towards?) $/iu},
  {
    type: 'person',
    rule: 'introducedByName',
    weight: 3,
    before:
      /\b(?:code ?name[sd]?|nick ?name[sd]?|call ?signs?|pseudonym|alias|(?:known|identified) (?:only |simply )?(?:as|by)|named|called|Mr|Mrs|Ms|Dr)\.?[\s,:"'\u2013\u2014-]*$/iu,
  },
  {
    type: 'person',
    rule: 'doesWhatPeopleDo',
    weight: 2,
    after: new RegExp(`^(?: (?:has|had|also|then|later|now))* (?:${personVerb})\\b`, 'u'),
  },
  {
    type: 'person',
    rule: 'hasARole',
    weight: 2,
    after: new RegExp(
      `^ (?:is|was|became|remains)\\b[^.;:!?]{0,80}?\\b(?:an?|the) (?:[\\p{Ll}-]+ )?${role}\\b`,
      'u',
    ),
  },
  {type: 'person', rule: 'personRelative', weight: 2, after: /^,? (?:who|whose|whom)\b/u},
  {
    type: 'person',
    rule: 'possessivePronoun',
    weight: 1,
    after: /^ [^.;:!?]{0,60}\b(?:his|her|himself|herself)\b/u,
  },
  {
    type: 'person',
    rule: 'possessivePronoun',
    weight: 1,
    before: /(?:^|[.!?]\s)[^.!?]{0,80}\b(?:his|her)\b[^.!?]{0,80}, $/u,
  },
  {
    type: 'unit',
    rule: 'hasSoldiers',
    weight: 2,
    after: /^(?:'s)? (?:soldiers|fighters|troops|recruits|battalion|regiment|brigade|unit)\b/u,
  },
  {
    type: 'organisation',
    rule: 'hasStaff',
    weight: 2,
    after: /^(?:'s)? (?:spokes\w+|officials?|executives?|chairman|board|employees)\b/u,
  },
]

/**
 * Decides what a name stands for by the words around it, with typographic marks already folded.
 * `undefined` when several entities bear the name and nothing near it tells them apart.
 */
export function chooseSense(
  text: string,
  name: Span,
  entities: readonly KnownEntity[],
): Sense | undefined {
  const [only] = entities
  if (only && entities.length === 1) return {entity: only, rule: 'knownName', confidence: 0.98}
  const before = lastLine(text.slice(Math.max(0, name.start - 200), name.start))
  const after = firstLine(text.slice(name.end, name.end + 200))
  const heard = clues.filter(
    (clue) => clue.before?.test(before) === true || clue.after?.test(after) === true,
  )
  const scored = entities
    .map((entity) => {
      const own = heard.filter(({type}) => type === entity.type)
      const score = own.reduce((sum, {weight}) => sum + weight, 0)
      return {entity, score, rule: own[0]?.rule ?? ''}
    })
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best || best.score === 0 || best.score === second?.score) return undefined
  return {entity: best.entity, rule: best.rule, confidence: best.score > 2 ? 0.95 : 0.85}
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1)
}

function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return end === -1 ? text : text.slice(0, end)
}
