import type {Register, RegisterDate, RegisterEntity, RegisterRelation} from './registerSchema.ts'

/** A part of a register with the place it stands at: `entities[prokopiev].age.passages[0]`. */
export interface Part<Value> {
  readonly path: string
  readonly value: Value
}

/** A fact about an entity, as far as all facts are alike. */
interface Fact {
  readonly certainty?: 'stated' | 'inferred'
  readonly passages: readonly string[]
  readonly place?: string
}

/** Every fact of an entity, relations included. */
export function factsOf(entity: RegisterEntity): Part<Fact>[] {
  const at = `entities[${entity.key}]`
  if (entity.type === 'person') {
    return [
      ...one(`${at}.protection`, entity.protection),
      ...many(`${at}.occupations`, entity.occupations),
      ...one(`${at}.age`, entity.age),
      ...one(`${at}.birthPlace`, entity.birthPlace),
      ...many(`${at}.nationalities`, entity.nationalities),
      ...many(`${at}.residences`, entity.residences),
      ...one(`${at}.fightsFor`, entity.fightsFor),
      ...many(`${at}.relations`, entity.relations),
    ]
  }
  if (entity.type === 'unit') {
    return [
      ...one(`${at}.fightsFor`, entity.fightsFor),
      ...many(`${at}.deployments`, entity.deployments),
      ...many(`${at}.strength`, entity.strength),
      ...many(`${at}.aims`, entity.aims),
      ...many(`${at}.compositionNationalities`, entity.compositionNationalities),
      ...one(`${at}.nameOrigin`, entity.nameOrigin),
      ...many(`${at}.relations`, entity.relations),
    ]
  }
  if (entity.type === 'organisation') {
    return [
      ...one(`${at}.country`, entity.country),
      ...one(`${at}.location`, entity.location),
      ...many(`${at}.purpose`, entity.purpose),
      ...one(`${at}.metonymFor`, entity.metonymFor),
      ...many(`${at}.relations`, entity.relations),
    ]
  }
  return []
}

/** The passages that facts and polls rest on. */
export function passagesOf(register: Register): Part<string>[] {
  const sources = [...register.entities.flatMap(factsOf), ...many('polls', register.polls)]
  return sources.flatMap(({path, value}) => many(`${path}.passages`, value.passages))
}

/** The relations of an entity; places have none. */
export function relationsOf(entity: RegisterEntity): Part<RegisterRelation>[] {
  return 'relations' in entity ? many(`entities[${entity.key}].relations`, entity.relations) : []
}

/** The words that the register gives as the article's own and that carry no passage of theirs. */
export function printedWordsOf(register: Register): Part<string>[] {
  return [
    ...register.entities.flatMap(wordsOf),
    ...dates('article.reportedDate', register.article.reportedDate),
    ...register.polls.flatMap((poll, index) => [
      {path: `polls[${index}].pollsterWording`, value: poll.pollsterWording},
      ...dates(`polls[${index}].fieldwork`, poll.fieldwork),
    ]),
  ]
}

function wordsOf(entity: RegisterEntity): Part<string>[] {
  const at = `entities[${entity.key}]`
  const roles = relationsOf(entity).flatMap(({path, value}) => one(`${path}.role`, value.role))
  if (entity.type === 'person') {
    return [
      ...roles,
      ...entity.occupations.map(({title}, index) => ({
        path: `${at}.occupations[${index}].title`,
        value: title,
      })),
      ...entity.residences.flatMap((residence, index) => [
        ...one(`${at}.residences[${index}].wording`, residence.wording),
        ...one(`${at}.residences[${index}].reason`, residence.reason),
        ...dates(`${at}.residences[${index}].from`, residence.from),
        ...dates(`${at}.residences[${index}].to`, residence.to),
      ]),
    ]
  }
  if (entity.type === 'unit') {
    return [
      ...roles,
      ...one(`${at}.kindWording`, entity.kindWording),
      ...many(`${at}.composition`, entity.composition),
      ...dates(`${at}.formedOn`, entity.formedOn),
      ...entity.deployments.flatMap(({wording}, index) =>
        one(`${at}.deployments[${index}].wording`, wording),
      ),
    ]
  }
  return roles
}

function dates(path: string, date: RegisterDate | undefined): Part<string>[] {
  return one(`${path}.wording`, date?.wording)
}

function one<Value>(path: string, value: Value | undefined): Part<Value>[] {
  return value === undefined ? [] : [{path, value}]
}

function many<Value>(path: string, values: readonly Value[]): Part<Value>[] {
  return values.map((value, index) => ({path: `${path}[${index}]`, value}))
}
