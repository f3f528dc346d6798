import type {FoundEntity} from '../entities.ts'
import type {Gazetteer} from '../gazetteer.ts'
import type {Mention} from '../mentions.ts'
import {inReadingOrder} from '../span.ts'
import {findAliases} from './aliases.ts'
import {findCandidates} from './candidates.ts'
import {clusterItems} from './clusters.ts'
import {nameConfidence} from './confidence.ts'
import {describeClusters} from './describe.ts'
import {gatherItems} from './items.ts'
import {reconcile} from './known.ts'
import {typeNames} from './nameTypes.ts'
import {readWords} from './words.ts'

/** Who and what an article names, and where. */
export interface Names {
  readonly entities: readonly FoundEntity[]
  readonly mentions: readonly Mention[]
}

/**
 * Adds everybody and everything else that an article names to the mentions of what is known: finds
 * what has a capital, tells what it stands for, and puts the names of one together.
 */
export function findNames(text: string, gazetteer: Gazetteer, known: readonly Mention[]): Names {
  const words = readWords(text)
  const candidates = findCandidates(words)
  const typeOf = typeNames(candidates, words)
  const typed = candidates.map((candidate) => ({candidate, nameType: typeOf(candidate)}))
  const {mentions, names} = reconcile(typed, known, gazetteer, words)
  const items = gatherItems(names)
  const aliases = findAliases(text, items)
  const described = describeClusters(clusterItems(items, aliases), aliases, gazetteer)
  const found = names.flatMap(({candidate, nameType, known}): Mention[] => {
    const one = described.byPrinting.get(candidate)
    if (known || !one) return []
    const {start, end, title} = candidate
    const {rule} = one.isShared ? {rule: 'sharedName' as const} : nameType
    return [
      {
        start: title[0]?.start ?? start,
        end,
        entity: one.entity.entity,
        type: one.entity.type,
        rule,
        confidence: nameConfidence(rule),
      },
    ]
  })
  return {
    entities: described.entities,
    mentions: [...mentions, ...found].sort(inReadingOrder),
  }
}
