import type {EntityType} from '../../vocabulary/entityTypes.ts'

/** Somebody or something that the newsroom knows, with every form in which its name is printed. */
export interface KnownEntity {
  readonly entity: string
  readonly type: EntityType
  readonly names: readonly string[]
  /** A codename says nothing outside its own story, so it never stands for part of a longer name. */
  readonly codename?: boolean
  /** Words that an editor said are not this entity. */
  readonly notThis?: readonly string[]
}

/** The names that mentions are looked for in. */
export type Gazetteer = readonly KnownEntity[]
