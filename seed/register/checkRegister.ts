import {findRelationType} from '../../vocabulary/relationTypes.ts'
import type {Problem} from '../validate/problem.ts'
import type {Part} from './registerParts.ts'
import {factsOf, relationsOf} from './registerParts.ts'
import type {KnownEntry, Register, RegisterEntity} from './registerSchema.ts'

/** Checks that a register agrees with itself; that it agrees with the article is another check. */
export function checkRegister(register: Register, file: string): Problem[] {
  const entities = new Map(
    [...register.entities, ...register.known].map((entity) => [entity.key, entity]),
  )
  return [
    ...doubles(register),
    ...places(register, entities),
    ...register.entities.flatMap((entity) => relations(entity, entities)),
    ...register.entities.flatMap((entity) => naming(entity)),
  ].map(({path, value}) => ({where: file, path, message: value}))
}

type Finding = Part<string>
type Entities = ReadonlyMap<string, RegisterEntity | KnownEntry>

function doubles({article, entities, known, polls}: Register): Finding[] {
  const keys = [
    ...entities.map(({key}) => ({path: `entities[${key}].key`, value: key})),
    ...known.map(({key}) => ({path: `known[${key}].key`, value: key})),
  ]
  const ids = [
    {path: 'article.id', value: article.id},
    ...entities.map(({key, id}) => ({path: `entities[${key}].id`, value: id})),
    ...known.map(({key, id}) => ({path: `known[${key}].id`, value: id})),
    ...polls.map(({id}, index) => ({path: `polls[${index}].id`, value: id})),
  ]
  return [
    ...repeated(keys, (key) => `another entity has the key "${key}"; choose a different one`),
    ...repeated(ids, (id) => `"${id}" is the id of something else; make a new one`),
  ]
}

function repeated(parts: readonly Part<string>[], message: (value: string) => string): Finding[] {
  const seen = new Set<string>()
  return parts.flatMap(({path, value}) => {
    if (seen.has(value)) return [{path, value: message(value)}]
    seen.add(value)
    return []
  })
}

/** Keys that stand for an entity, and those of them that must stand for a place. */
function places(register: Register, entities: Entities): Finding[] {
  const {article, polls} = register
  const facts = register.entities
    .flatMap(factsOf)
    .flatMap(({path, value}) =>
      value.place === undefined ? [] : [{path: `${path}.place`, value: value.place}],
    )
  const within = register.entities.flatMap((entity) =>
    entity.type === 'place' && entity.within !== undefined
      ? [{path: `entities[${entity.key}].within`, value: entity.within}]
      : [],
  )
  const listed = [
    ...article.locations.map((value, index) => ({path: `article.locations[${index}]`, value})),
    ...polls.flatMap((poll, at) =>
      poll.places.map((value, index) => ({path: `polls[${at}].places[${index}]`, value})),
    ),
  ]
  const about = article.about.map((value, index) => ({path: `article.about[${index}]`, value}))
  return [
    ...about.flatMap((part) => unknownKey(part, entities)),
    ...[...facts, ...within, ...listed].flatMap(({path, value}) => {
      const type = entities.get(value)?.type
      if (type === undefined) return unknownKey({path, value}, entities)
      return type === 'place'
        ? []
        : [{path, value: `"${value}" is ${withArticle(type)}; name a place`}]
    }),
  ]
}

function unknownKey({path, value}: Part<string>, entities: Entities): Finding[] {
  if (entities.has(value)) return []
  return [{path, value: `no entity has the key "${value}"; add the entity or correct the key`}]
}

function relations(entity: RegisterEntity, entities: Entities): Finding[] {
  return relationsOf(entity).flatMap(({path, value: relation}) => {
    const target = entities.get(relation.to)
    if (!target) return unknownKey({path: `${path}.to`, value: relation.to}, entities)
    if (target === entity) {
      return [{path: `${path}.to`, value: 'nobody is related to themselves; name somebody else'}]
    }
    const type = findRelationType(relation.type)
    if (!type) return []
    const {from, to} = type
    if (!from.some((kind) => kind === entity.type)) {
      const message = `${withArticle(entity.type)} can't be the subject of "${relation.type}"; use it on ${list(from)}`
      return [{path: `${path}.type`, value: message}]
    }
    if (to.some((kind) => kind === target.type)) return []
    const message = `"${relation.type}" can't point to ${withArticle(target.type)}; it points to ${list(to)}`
    return [{path: `${path}.to`, value: message}]
  })
}

/** Whose name is withheld says why, and nothing is concluded about them. */
function naming(entity: RegisterEntity): Finding[] {
  if (entity.type !== 'person') return []
  const at = `entities[${entity.key}]`
  if (!entity.protection) {
    const message = 'is missing; say on what basis the name is withheld'
    return entity.naming === 'codename' ? [{path: `${at}.protection`, value: message}] : []
  }
  const inferred = factsOf(entity).filter(({value}) => value.certainty === 'inferred')
  const others = entity.otherNames.length > 0 ? [{path: `${at}.otherNames`}] : []
  return [
    ...others.map(({path}) => ({
      path,
      value: 'other names would identify a protected person; remove them',
    })),
    ...inferred.map(({path}) => ({
      path: `${path}.certainty`,
      value: 'nothing may be inferred about a protected person; remove this fact',
    })),
  ]
}

function list(kinds: readonly string[]): string {
  return kinds.map(withArticle).join(' or ')
}

function withArticle(noun: string): string {
  return `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`
}
