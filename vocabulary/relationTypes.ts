import {actorTypes, type ActorType, entityTypes, type EntityType} from './entityTypes.ts'
import type {Option} from './option.ts'

/** One way in which an actor stands to another: how both sides read, and who may stand on each. */
export interface RelationType extends Option {
  /** How the relation reads from the other side. */
  readonly inverseTitle: string
  readonly from: readonly ActorType[]
  readonly to: readonly EntityType[]
}

/** Every relation a story can state. It is kept on the subject; the object's page reads it backwards. */
export const relationTypes = [
  {
    value: 'founderOf',
    title: 'founded',
    inverseTitle: 'founded by',
    from: ['person'],
    to: ['unit', 'organisation'],
  },
  {
    value: 'leads',
    title: 'leads',
    inverseTitle: 'led by',
    from: ['person'],
    to: ['unit', 'organisation', 'place'],
  },
  {
    value: 'commandsIn',
    title: 'a commander in',
    inverseTitle: 'has as a commander',
    from: ['person'],
    to: ['unit'],
  },
  {
    value: 'memberOf',
    title: 'belongs to',
    inverseTitle: 'has as a member',
    from: ['person', 'unit'],
    to: ['unit', 'organisation'],
  },
  {
    value: 'roleIn',
    title: 'works in',
    inverseTitle: 'has in a role',
    from: ['person'],
    to: ['organisation', 'place'],
  },
  {
    value: 'partOf',
    title: 'part of',
    inverseTitle: 'includes',
    from: ['unit', 'organisation'],
    to: ['unit', 'organisation'],
  },
  {
    value: 'alliedWith',
    title: 'allied with',
    inverseTitle: 'allied with',
    from: actorTypes,
    to: entityTypes,
  },
  {
    value: 'supportedBy',
    title: 'supported by',
    inverseTitle: 'supports',
    from: actorTypes,
    to: entityTypes,
  },
  {
    value: 'opposes',
    title: 'critic or opponent of',
    inverseTitle: 'opposed by',
    from: actorTypes,
    to: entityTypes,
  },
  {
    value: 'inspiredBy',
    title: 'inspired by',
    inverseTitle: 'inspired',
    from: ['person', 'unit'],
    to: ['person'],
  },
  {
    value: 'targetOf',
    title: 'target of',
    inverseTitle: 'targeted',
    from: ['person'],
    to: ['unit', 'organisation'],
  },
  {
    value: 'enabled',
    title: 'made possible for',
    inverseTitle: 'enabled by',
    from: ['person', 'organisation'],
    to: ['unit', 'organisation'],
  },
] as const satisfies readonly RelationType[]

/** The relation type stored under a name; nothing for a name that is not in the vocabulary. */
export function findRelationType(name: unknown): RelationType | undefined {
  return relationTypes.find((type) => type.value === name)
}
