import type {AliasLink} from './aliases.ts'
import type {Candidate} from './candidates.ts'
import type {Item} from './items.ts'
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
  const roots = new Map<Item, Item>()
  const rootOf = (item: Item): Item => {
    const root = roots.get(item)
    return root ? rootOf(root) : item
  }
  const join = (part: Item, whole: Item) => {
    const [from, to] = [rootOf(part), rootOf(whole)]
    if (from !== to && !(from.known && to.known)) {
      if (from.known) roots.set(to, from)
      else roots.set(from, to)
    }
  }
  for (const {name, alias} of aliases) join(alias, name)

  const shared: {item: Item; bearers: readonly Item[]}[] = []
  const longestFirst = [...items].sort((a, b) => b.words.length - a.words.length)
  for (const item of longestFirst) {
    const fits = item.type === 'person' ? canNamePerson : canNameBody
    const fitting = longestFirst.filter(
      (one) =>
        one !== item &&
        (one.type === item.type ? fits(item, one) : isAbbreviation(item, one)) &&
        rootOf(one) !== item,
    )
    const bearers = bySurname(item, fitting)
    const distinct = [...new Set(bearers.map(rootOf))]
    const [only] = distinct
    if (only && distinct.length === 1) join(item, only)
    else if (only) shared.push({item, bearers})
  }

  const printings = new Map<Item, Candidate[]>()
  const rivals = new Map<Item, readonly Item[]>()
  const add = (root: Item, one: Candidate) => {
    const known = printings.get(root)
    if (known) known.push(one)
    else printings.set(root, [one])
  }
  for (const item of items) {
    const others = shared.find((one) => one.item === item)
    let established: Item | undefined
    for (const one of item.printings) {
      const meant =
        others &&
        (item.type === 'person'
          ? bearerMeant(one, others.bearers, established)
          : nearestBefore(one, others.bearers))
      if (one.title.length === 0) established = meant ?? established
      add(rootOf(meant ?? item), one)
      if (others && !meant) rivals.set(rootOf(item), [...new Set(others.bearers.map(rootOf))])
    }
  }
  return [...printings].map(([root, found]) => ({
    root,
    items: items.filter((item) => rootOf(item) === root),
    printings: found,
    rivals: rivals.get(root) ?? [],
  }))
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
