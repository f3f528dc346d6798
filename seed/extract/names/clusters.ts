import type {AliasLink} from './aliases.ts'
import type {Candidate} from './candidates.ts'
import type {Item} from './items.ts'
import {indexLongerNames} from './longerNames.ts'
import {canNameBody, isAbbreviation} from './organisationLinks.ts'
import {bearerMeant, canNamePerson} from './personLinks.ts'

/** The printings that name one person or thing. */
export interface Cluster {
  /** The item that the others stand for. */
  readonly root: Item
  readonly items: readonly Item[]
  readonly printings: readonly Candidate[]
  /** Others who could be meant as well. */
  readonly rivals: readonly Item[]
}

/**
 * Puts the names of one person or thing together. A short form that fits several is given to the
 * one that its place in the text tells; where that tells nothing it stays by itself, with the
 * others as rivals.
 */
export function clusterItems(items: readonly Item[], aliases: readonly AliasLink[]): Cluster[] {
  const {rootOf, join} = joinable()
  for (const {name, alias} of aliases) join(alias, name)
  const shared = new Map<Item, readonly Item[]>()
  const longerThan = indexLongerNames(items)
  for (const item of items.toSorted((a, b) => b.words.length - a.words.length)) {
    const bearers = bySurname(
      item,
      longerThan(item).filter((one) => canName(item, one) && rootOf(one) !== item),
    )
    const distinct = [...new Set(bearers.map(rootOf))]
    const [only] = distinct
    if (only && distinct.length === 1) join(item, only)
    else if (only) shared.set(item, bearers)
  }
  return gather(items, shared, rootOf)
}

function canName(short: Item, full: Item): boolean {
  if (short.type !== full.type) return isAbbreviation(short, full)
  return short.type === 'person' ? canNamePerson(short, full) : canNameBody(short, full)
}

/** Items that come to stand for others; two whom the gazetteer knows are never joined. */
function joinable() {
  const roots = new Map<Item, Item>()
  const rootOf = (item: Item): Item => {
    let root = item
    for (let above = roots.get(root); above; above = roots.get(root)) root = above
    if (root !== item) roots.set(item, root)
    return root
  }
  const join = (part: Item, whole: Item) => {
    const [from, to] = [rootOf(part), rootOf(whole)]
    if (from === to || (from.known && to.known)) return
    if (from.known) roots.set(to, from)
    else roots.set(from, to)
  }
  return {rootOf, join}
}

function gather(
  items: readonly Item[],
  shared: ReadonlyMap<Item, readonly Item[]>,
  rootOf: (item: Item) => Item,
): Cluster[] {
  const clusters = new Map<
    Item,
    {root: Item; items: Item[]; printings: Candidate[]; rivals: Item[]}
  >()
  const clusterOf = (root: Item) => {
    const cluster = clusters.get(root) ?? {root, items: [], printings: [], rivals: []}
    clusters.set(root, cluster)
    return cluster
  }
  for (const item of items) {
    const bearers = shared.get(item)
    if (!bearers) {
      const cluster = clusterOf(rootOf(item))
      cluster.items.push(item)
      for (const one of item.printings) cluster.printings.push(one)
      continue
    }
    let established: Item | undefined
    for (const one of item.printings) {
      const meant =
        item.type === 'person'
          ? bearerMeant(one, bearers, established)
          : nearestBefore(one, bearers)
      if (one.title.length === 0) established = meant ?? established
      const cluster = clusterOf(rootOf(meant ?? item))
      cluster.printings.push(one)
      if (meant) continue
      if (!cluster.items.includes(item)) cluster.items.push(item)
      cluster.rivals = [...new Set(bearers.map(rootOf))]
    }
  }
  return [...clusters.values()]
}

/** A bare name is a surname where somebody bears it as such, else a given name. */
function bySurname({type, words}: Item, bearers: readonly Item[]): readonly Item[] {
  const own = bearers.filter((one) => one.words.at(-1) === words.at(-1))
  return type === 'person' && own.length > 0 ? own : bearers
}

/** "the University" is the one that was named last. */
function nearestBefore({start}: Candidate, bearers: readonly Item[]): Item | undefined {
  const lastBefore = (item: Item) =>
    item.printings.reduce((last, one) => (one.start < start ? Math.max(last, one.start) : last), -1)
  const ranked = bearers.map((item) => ({item, at: lastBefore(item)})).sort((a, b) => b.at - a.at)
  const [nearest] = ranked
  return nearest && nearest.at >= 0 ? nearest.item : undefined
}
