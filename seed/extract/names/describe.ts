import type {FoundEntity, NameKind, OtherName} from '../entities.ts'
import type {Gazetteer} from '../gazetteer.ts'
import type {AliasLink} from './aliases.ts'
import type {Candidate} from './candidates.ts'
import {formOf} from './candidates.ts'
import type {Cluster} from './clusters.ts'
import {nameConfidence} from './confidence.ts'
import type {Item} from './items.ts'
import {plainName} from './items.ts'
import {isAbbreviation} from './organisationLinks.ts'

/** The entities of an article, and which of them each printing names. */
export interface Described {
  readonly entities: readonly FoundEntity[]
  readonly byPrinting: ReadonlyMap<Candidate, NamedBy>
}

/** Whom one printing names. */
export interface NamedBy {
  readonly entity: FoundEntity
  /** The name fits others too; its place in the text decided. */
  readonly isShared: boolean
}

/** Turns clusters into entities: the fullest name, the further ones, who it could also be. */
export function describeClusters(
  clusters: readonly Cluster[],
  aliases: readonly AliasLink[],
  gazetteer: Gazetteer,
): Described {
  const keys = keysOf(clusters, aliases)
  const byPrinting = new Map<Candidate, NamedBy>()
  const entities = clusters.map((cluster) => {
    const entity: FoundEntity = {
      entity: keys.of(cluster.root),
      type: cluster.root.type,
      ...namesOf(cluster, aliases),
      known: cluster.root.known !== undefined,
      ...(isCodename(cluster, aliases) && {codename: true}),
      candidates: [
        ...new Set([
          ...cluster.rivals.map((item) => keys.of(item)),
          ...namesakes(cluster, gazetteer),
        ]),
      ],
      ...surestEvidence(cluster),
    }
    const own = new Set(cluster.items.flatMap(({printings}) => printings))
    for (const printing of cluster.printings) {
      const isShared = !own.has(printing)
      byPrinting.set(printing, {entity, isShared})
    }
    return entity
  })
  return {entities, byPrinting}
}

/** The gazetteer's key, or one made up from the name: the same in every run over the text. */
function keysOf(clusters: readonly Cluster[], aliases: readonly AliasLink[]) {
  const keys = new Map<Item, string>()
  const taken = new Set<string>()
  for (const cluster of clusters) {
    const {root} = cluster
    const plain = root.known?.entity ?? `${root.type}:${namesOf(cluster, aliases).name}`
    let key = plain
    for (let count = 2; taken.has(key); count += 1) key = `${plain} (${count})`
    taken.add(key)
    for (const item of [root, ...cluster.items]) keys.set(item, key)
  }
  return {of: (item: Item) => keys.get(item) ?? ''}
}

function namesOf(
  {root, items, printings}: Cluster,
  aliases: readonly AliasLink[],
): Pick<FoundEntity, 'name' | 'names'> {
  const kindOf = (item: Item) => aliases.find(({alias}) => alias === item)?.kind
  const own = items.filter((item) => kindOf(item) === undefined)
  const fullest = own.reduce(
    (best, item) => (fullness(item) > fullness(best) ? item : best),
    own[0] ?? root,
  )
  const name = root.known?.names[0] ?? longest([...fullest.forms])
  const others = new Map<string, NameKind>()
  for (const item of items) {
    const kind = kindOf(item) ?? shortKind(item, fullest)
    for (const form of item.forms)
      others.set(form, item === fullest ? kindOfVariant(form, name) : kind)
  }
  for (const printing of printings) {
    if (!others.has(printing.form)) others.set(printing.form, 'shortForm')
    if (printing.title.length === 0) continue
    others.set(`${formOf(printing.title)} ${printing.form}`, 'honorificForm')
  }
  others.delete(name)
  return {name, names: [...others].map(([form, kind]): OtherName => ({name: form, kind}))}
}

function fullness({words, form}: Item): number {
  return words.length * 100 + form.length
}

function longest(forms: readonly string[]): string {
  return forms.reduce((best, form) => (rank(form) > rank(best) ? form : best), '')
}

/** A longer form is fuller; one that is not in capitals throughout reads better. */
function rank(form: string): number {
  return form.length + (/\p{Ll}/u.test(form) ? 0.5 : 0)
}

function kindOfVariant(form: string, name: string): NameKind {
  return /^\P{Ll}+$/u.test(form) && /\p{Ll}/u.test(name) && form.length < 6
    ? 'abbreviation'
    : 'spelling'
}

function shortKind(item: Item, fullest: Item): NameKind {
  if (isAbbreviation(item, fullest)) return 'abbreviation'
  return item.words.length < fullest.words.length ? 'shortForm' : 'spelling'
}

function isCodename({root, items}: Cluster, aliases: readonly AliasLink[]): boolean {
  if (root.known) return root.known.codename === true
  return (
    root.type === 'person' &&
    root.rule === 'codename' &&
    items.every(({words}) => words.length === 1) &&
    !aliases.some(({name}) => name === root)
  )
}

/** Others of the gazetteer who bear a name that is printed here. */
function namesakes({root, items}: Cluster, gazetteer: Gazetteer): string[] {
  const printed = new Set(items.flatMap(({forms}) => [...forms].map(plainName)))
  return gazetteer.flatMap(({entity, type, names, notThis = []}) =>
    entity !== root.known?.entity &&
    type === root.type &&
    !notThis.some((one) => printed.has(plainName(one))) &&
    names.some((name) => {
      const plain = plainName(name)
      return printed.has(plain) || (type === 'person' && printed.has(plain.split(' ').at(-1) ?? ''))
    })
      ? [entity]
      : [],
  )
}

function surestEvidence({items}: Cluster): Pick<FoundEntity, 'rule' | 'confidence'> {
  const rules = items.map((item) => ({rule: item.rule, confidence: nameConfidence(item.rule)}))
  return rules.reduce((best, one) => (one.confidence > best.confidence ? one : best))
}
