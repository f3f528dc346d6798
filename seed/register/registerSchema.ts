import {z} from 'zod'

import {genres, noBylineReasons} from '../../vocabulary/articles.ts'
import {entityTypes} from '../../vocabulary/entityTypes.ts'
import {certainties, currencies} from '../../vocabulary/facts.ts'
import {nameKinds, organisationNamings, personNamings} from '../../vocabulary/names.ts'
import type {Option} from '../../vocabulary/option.ts'
import {organisationKinds} from '../../vocabulary/organisations.ts'
import {protectionBases, residenceKinds} from '../../vocabulary/people.ts'
import {placeKinds} from '../../vocabulary/places.ts'
import {relationTypes} from '../../vocabulary/relationTypes.ts'
import {deploymentStates, unitKinds} from '../../vocabulary/units.ts'
import {dateBases} from '../../vocabulary/values.ts'

function oneOf<const Value extends string>(options: readonly (Option & {value: Value})[]) {
  return z.enum(options.map(({value}) => value))
}

const text = z.string().regex(/\S/, 'is empty; write something or remove it')
const optionalText = z.exactOptional(text)
const entityKey = text
const language = text
const passages = z.array(text).min(1, 'needs at least one passage of the article')
const provenance = {certainty: oneOf(certainties).default('stated'), passages}

function idOf(type: string) {
  return z
    .string()
    .regex(
      new RegExp(`^${type}-[a-z0-9]{10}$`),
      `is no id: write "${type}-" and ten random letters and digits`,
    )
}

const date = z.strictObject({
  value: optionalText,
  wording: optionalText,
  basis: oneOf(dateBases).default('stated'),
})
const placeFact = z.strictObject({place: entityKey, ...provenance})
const citedText = z.strictObject({text, passages})
const otherName = z.strictObject({name: text, kind: oneOf(nameKinds)})
const reportedNumber = z.strictObject({passages})

const relation = z.strictObject({
  type: oneOf(relationTypes),
  to: entityKey,
  role: optionalText,
  status: z.exactOptional(oneOf(currencies)),
  negated: z.exactOptional(z.literal(true)),
  ...provenance,
})

const named = {
  key: text,
  name: text,
  slug: optionalText,
  otherNames: z.array(otherName).default([]),
}
const relations = z.array(relation).default([])
const placeFacts = z.array(placeFact).default([])

const person = z.strictObject({
  type: z.literal('person'),
  id: idOf('person'),
  ...named,
  naming: oneOf(personNamings),
  sortName: optionalText,
  disambiguation: optionalText,
  protection: z.exactOptional(
    z.strictObject({basis: oneOf(protectionBases), publicWording: text, passages}),
  ),
  occupations: z
    .array(z.strictObject({title: text, status: z.exactOptional(oneOf(currencies)), ...provenance}))
    .default([]),
  age: z.exactOptional(reportedNumber),
  birthPlace: z.exactOptional(placeFact),
  nationalities: placeFacts,
  residences: z
    .array(
      z.strictObject({
        place: z.exactOptional(entityKey),
        wording: optionalText,
        kind: oneOf(residenceKinds),
        reason: optionalText,
        from: z.exactOptional(date),
        to: z.exactOptional(date),
        ...provenance,
      }),
    )
    .default([]),
  fightsFor: z.exactOptional(placeFact),
  relations,
})

const unit = z.strictObject({
  type: z.literal('unit'),
  id: idOf('unit'),
  ...named,
  kind: oneOf(unitKinds),
  kindWording: optionalText,
  fightsFor: z.exactOptional(placeFact),
  deployments: z
    .array(
      z.strictObject({
        place: z.exactOptional(entityKey),
        wording: optionalText,
        status: oneOf(deploymentStates),
        ...provenance,
      }),
    )
    .default([]),
  strength: z.array(z.strictObject(provenance)).default([]),
  aims: z.array(citedText).default([]),
  compositionNationalities: placeFacts,
  composition: z.array(text).default([]),
  nameOrigin: z.exactOptional(citedText),
  formedOn: z.exactOptional(date),
  relations,
})

const organisation = z.strictObject({
  type: z.literal('organisation'),
  id: idOf('organisation'),
  ...named,
  naming: oneOf(organisationNamings),
  kind: oneOf(organisationKinds),
  disambiguation: optionalText,
  country: z.exactOptional(placeFact),
  location: z.exactOptional(placeFact),
  purpose: z.array(citedText).default([]),
  metonymFor: z.exactOptional(placeFact),
  relations,
})

const place = z.strictObject({
  type: z.literal('place'),
  id: idOf('place'),
  ...named,
  kind: oneOf(placeKinds),
  within: z.exactOptional(entityKey),
})

const known = z.strictObject({
  type: z.enum(entityTypes),
  id: z.string().regex(/^[a-zA-Z0-9_-]+$/, 'is no id of a document that readers may see'),
  key: text,
  name: text,
  otherNames: z.array(text).default([]),
})

const poll = z.strictObject({
  id: idOf('poll'),
  title: text,
  slug: optionalText,
  pollsterWording: text,
  fieldwork: z.exactOptional(date),
  places: z.array(entityKey).min(1, 'needs the place where people were asked'),
  passages,
})

/**
 * What the editors of one article know beyond what can be found by reading it: who is who, and
 * which facts its passages state. Nothing that is found by itself (where a name stands, who says
 * what, which numbers are given) is repeated here.
 */
export const registerSchema = z.strictObject({
  article: z.strictObject({
    id: idOf('article'),
    slug: optionalText,
    language,
    genre: oneOf(genres),
    noBylineReason: z.exactOptional(oneOf(noBylineReasons)),
    about: z.array(entityKey).default([]),
    locations: z.array(entityKey).default([]),
    reportedDate: z.exactOptional(date),
  }),
  entities: z.array(z.discriminatedUnion('type', [person, unit, organisation, place])),
  /** Those whom the dataset has already. They are referred to, and not written. */
  known: z.array(known).default([]),
  polls: z.array(poll).default([]),
})

export type Register = z.output<typeof registerSchema>
export type RegisterEntity = Register['entities'][number]
export type KnownEntry = Register['known'][number]
export type RegisterPoll = Register['polls'][number]
export type RegisterRelation = z.output<typeof relation>
export type RegisterPlaceFact = z.output<typeof placeFact>
export type RegisterDate = z.output<typeof date>
export type EntityOf<Type extends RegisterEntity['type']> = Extract<RegisterEntity, {type: Type}>
