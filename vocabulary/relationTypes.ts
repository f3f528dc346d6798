import {actorTypes, type ActorType, entityTypes, type EntityType} from './entityTypes.ts'
import type {Option} from './option.ts'

/** One way in which an actor stands to another: how both sides read, and who may stand on each. */
export interface RelationType extends Option {
  /** How the relation reads from the other side. */
  readonly inverseTitle: string
  /** How it reads when the story says that it is not so. */
  readonly denial: string
  readonly inverseDenial: string
  readonly from: readonly ActorType[]
  readonly to: readonly EntityType[]
}

/** Every relation a story can state. It is kept on the subject; the object's page reads it backwards. */
export const relationTypes = [
  {
    value: 'founderOf',
    title: 'founded',
    inverseTitle: 'founded by',
    denial: 'did not found',
    inverseDenial: 'not founded by',
    from: ['person'],
    to: ['unit', 'organisation'],
  },
  {
    value: 'leads',
    title: 'leads',
    inverseTitle: 'led by',
    denial: 'does not lead',
    inverseDenial: 'not led by',
    from: ['person'],
    to: ['unit', 'organisation', 'place'],
  },
  {
    value: 'commandsIn',
    title: 'a commander in',
    inverseTitle: 'has as a commander',
    denial: 'not a commander in',
    inverseDenial: 'does not have as a commander',
    from: ['person'],
    to: ['unit'],
  },
  {
    value: 'memberOf',
    title: 'belongs to',
    inverseTitle: 'has as a member',
    denial: 'does not belong to',
    inverseDenial: 'does not have as a member',
    from: ['person', 'unit'],
    to: ['unit', 'organisation'],
  },
  {
    value: 'roleIn',
    title: 'works in',
    inverseTitle: 'has in a role',
    denial: 'does not work in',
    inverseDenial: 'does not have in a role',
    from: ['person'],
    to: ['organisation', 'place'],
  },
  {
    value: 'partOf',
    title: 'part of',
    inverseTitle: 'includes',
    denial: 'not part of',
    inverseDenial: 'does not include',
    from: ['unit', 'organisation'],
    to: ['unit', 'organisation'],
  },
  {
    value: 'alliedWith',
    title: 'allied with',
    inverseTitle: 'allied with',
    denial: 'not allied with',
    inverseDenial: 'not allied with',
    from: actorTypes,
    to: entityTypes,
  },
  {
    value: 'supportedBy',
    title: 'supported by',
    inverseTitle: 'supports',
    denial: 'not supported by',
    inverseDenial: 'does not support',
    from: actorTypes,
    to: entityTypes,
  },
  {
    value: 'opposes',
    title: 'critic or opponent of',
    inverseTitle: 'opposed by',
    denial: 'no critic or opponent of',
    inverseDenial: 'not opposed by',
    from: actorTypes,
    to: entityTypes,
  },
  {
    value: 'inspiredBy',
    title: 'inspired by',
    inverseTitle: 'inspired',
    denial: 'not inspired by',
    inverseDenial: 'did not inspire',
    from: ['person', 'unit'],
    to: ['person'],
  },
  {
    value: 'targetOf',
    title: 'target of',
    inverseTitle: 'targeted',
    denial: 'not a target of',
    inverseDenial: 'did not target',
    from: ['person'],
    to: ['unit', 'organisation'],
  },
  {
    value: 'enabled',
    title: 'made possible for',
    inverseTitle: 'enabled by',
    denial: 'did not make possible for',
    inverseDenial: 'not enabled by',
    from: ['person', 'organisation'],
    to: ['unit', 'organisation'],
  },
] as const satisfies readonly RelationType[]

/** The relation type stored under a name; nothing for a name that is not in the vocabulary. */
export function findRelationType(name: unknown): RelationType | undefined {
  return relationTypes.find((type) => type.value === name)
}

/** How a relation reads, from its subject or from the other side: “belongs to”, “does not belong to”. */
export function relationTitle(
  name: unknown,
  {negated = false, inverse = false}: {negated?: boolean; inverse?: boolean} = {},
): string | undefined {
  const type = findRelationType(name)
  if (negated) return inverse ? type?.inverseDenial : type?.denial
  return inverse ? type?.inverseTitle : type?.title
}
