import type {EntityType} from '../../vocabulary/entityTypes.ts'
import type {nameKinds} from '../../vocabulary/names.ts'
import type {Evidence} from './span.ts'

export type NameKind = (typeof nameKinds)[number]['value']

/** A further printed form of a name, and how it relates to the fullest one. */
export interface OtherName {
  readonly name: string
  readonly kind: NameKind
}

/** Somebody or something that an article names: known to the newsroom already, or new to it. */
export interface FoundEntity extends Evidence {
  /** What mentions and quotations point to: the gazetteer's key, or one made up from the text. */
  readonly entity: string
  readonly type: EntityType
  /** The fullest printed form. */
  readonly name: string
  /** Every other printed form. */
  readonly names: readonly OtherName[]
  /** Whether the gazetteer has it. */
  readonly known: boolean
  readonly codename?: true
  /** Those it could also be: two people with one name are never taken for one silently. */
  readonly candidates: readonly string[]
}
