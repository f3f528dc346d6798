import type {EntityType} from '../../vocabulary/entityTypes.ts'
import type {nameKinds} from '../../vocabulary/names.ts'
import type {Gazetteer} from './gazetteer.ts'
import type {Mention} from './mentions.ts'
import type {Evidence} from './span.ts'

export type NameKind = (typeof nameKinds)[number]['value']

/** Somebody or something that an article names: known to the newsroom already, or new to it. */
export interface FoundEntity extends Evidence {
  /** What mentions and quotations point to: the gazetteer's key, or one made up from the text. */
  readonly entity: string
  readonly type: EntityType
  /** The fullest printed form. */
  readonly name: string
  /** Every other printed form. */
  readonly names: readonly {readonly name: string; readonly kind: NameKind}[]
  /** Whether the gazetteer has it. */
  readonly known: boolean
  readonly codename?: true
  /** Keys of the gazetteer that it could also be: two people with one name never merge silently. */
  readonly candidates: readonly string[]
}

/** Who and what is mentioned, in the order of the text. */
export function findEntities(
  text: string,
  mentions: readonly Mention[],
  gazetteer: Gazetteer,
): FoundEntity[] {
  const known = new Map(gazetteer.map((one) => [one.entity, one]))
  return [...Map.groupBy(mentions, ({entity}) => entity)].flatMap(([entity, own]) => {
    const [first] = own
    const forms = [...new Set(own.map(({start, end}) => text.slice(start, end)))]
    const [name, ...others] = forms.toSorted((a, b) => b.length - a.length)
    if (!first || name === undefined) return []
    return [
      {
        entity,
        type: first.type,
        name,
        names: others.map((form) => ({name: form, kind: 'shortForm' as const})),
        known: known.has(entity),
        ...(known.get(entity)?.codename === true && {codename: true as const}),
        candidates: [],
        rule: first.rule,
        confidence: Math.max(...own.map(({confidence}) => confidence)),
      },
    ]
  })
}
