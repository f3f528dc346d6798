import type {FoundEntity} from '../entities.ts'
import type {Gazetteer, KnownEntity} from '../gazetteer.ts'
import type {Mention} from '../mentions.ts'
import {inReadingOrder, overlaps} from '../span.ts'
import {findCandidates} from './candidates.ts'
import type {Cluster} from './clusters.ts'
import {clusterNames} from './clusters.ts'
import {nameConfidence} from './confidence.ts'
import {typeNames} from './nameTypes.ts'
import {readWords} from './words.ts'

/** Who and what an article names, and where. */
export interface Names {
  readonly entities: readonly FoundEntity[]
  readonly mentions: readonly Mention[]
}

/** Adds to the mentions of what is known already those of everybody and everything else. */
export function findNames(text: string, gazetteer: Gazetteer, known: readonly Mention[]): Names {
  const words = readWords(text)
  const candidates = findCandidates(words).filter(
    (one) => !known.some((mention) => overlaps(mention, one)),
  )
  const types = typeNames(candidates, words)
  const clusters = clusterNames(candidates, types)
  const clusterOf = new Map(
    clusters.flatMap((cluster) => [...cluster.forms].map((form) => [form, cluster] as const)),
  )
  const mentions = candidates.flatMap(({form, title, start, end}): Mention[] => {
    const cluster = clusterOf.get(form)
    const type = types.get(form)
    if (!cluster || !type) return []
    return [
      {
        start: title[0]?.start ?? start,
        end,
        entity: keyOf(cluster),
        type: cluster.type,
        rule: type.rule,
        confidence: nameConfidence[type.rule],
      },
    ]
  })
  return {
    entities: [
      ...knownEntities(gazetteer, known),
      ...clusters.map((one) => foundEntity(one, mentions)),
    ],
    mentions: [...known, ...mentions].sort(inReadingOrder),
  }
}

/** A key of its own for what the gazetteer does not have: the same in every run over the text. */
function keyOf({type, name}: Cluster): string {
  return `${type}:${name}`
}

function foundEntity(cluster: Cluster, mentions: readonly Mention[]): FoundEntity {
  const entity = keyOf(cluster)
  const surest = mentions
    .filter((one) => one.entity === entity)
    .reduce((best, one) => (one.confidence > best.confidence ? one : best))
  return {
    entity,
    type: cluster.type,
    name: cluster.name,
    names: [...cluster.forms]
      .filter((form) => form !== cluster.name)
      .map((name) => ({name, kind: 'shortForm'})),
    known: false,
    candidates: [],
    rule: surest.rule,
    confidence: surest.confidence,
  }
}

function knownEntities(gazetteer: Gazetteer, mentions: readonly Mention[]): FoundEntity[] {
  return gazetteer.flatMap((entity) => {
    const [first] = mentions.filter((one) => one.entity === entity.entity)
    return first ? [knownEntity(entity, first)] : []
  })
}

function knownEntity(
  {entity, type, names, codename}: KnownEntity,
  {rule, confidence}: Mention,
): FoundEntity {
  const [name = entity, ...others] = names
  return {
    entity,
    type,
    name,
    names: others.map((one) => ({name: one, kind: 'shortForm'})),
    known: true,
    ...(codename === true && {codename}),
    candidates: [],
    rule,
    confidence,
  }
}
