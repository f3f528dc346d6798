import type {
  OrganisationBySlugQueryResult,
  PersonBySlugQueryResult,
  PlaceBySlugQueryResult,
  PollBySlugQueryResult,
  UnitBySlugQueryResult,
} from 'storygraph/queries'
import {
  currencies,
  dateBases,
  deploymentStates,
  nameKinds,
  organisationKinds,
  placeKinds,
  pollModes,
  pollSamplings,
  protectionBases,
  relationTitle,
  residenceKinds,
  titleOf,
  unitKinds,
} from 'storygraph/vocabulary'

type Person = NonNullable<PersonBySlugQueryResult>
type Unit = NonNullable<UnitBySlugQueryResult>
type Organisation = NonNullable<OrganisationBySlugQueryResult>
type Place = NonNullable<PlaceBySlugQueryResult>
type Poll = NonNullable<PollBySlugQueryResult>
type FactDate = NonNullable<Person['birthDate']>

export type Entity = Place['tiedTo'][number] | Place['contains'][number]
export type Citation = Person['occupations'][number]['citations'][number]

/** One thing that stories say, with the passages it rests on. */
export interface Fact {
  /** What kind of thing it is: “Born in”, “Led by”. */
  readonly label: string
  readonly entity?: Entity | undefined
  readonly text?: string | undefined
  /** When, in what role and whether still. */
  readonly details?: readonly string[]
  readonly isInferred?: boolean
  readonly citations?: readonly Citation[]
}

/** What stories say of a person. */
export function personFacts(person: Person): Fact[] {
  const {ageAsReported: age, identityProtection: protection} = person
  return [
    ...(protection
      ? [
          {
            label: 'Name withheld',
            text: titleOf(protectionBases, protection.basis) ?? '',
            citations: protection.citations,
          },
        ]
      : []),
    ...otherNames(person),
    ...person.occupations.map(({title, status, from, to, ...sources}) => ({
      label: 'Occupation',
      text: title ?? '',
      details: [...currency(status), ...period(from, to)],
      ...provenance(sources),
    })),
    ...(age
      ? [{label: 'Age', text: `${age.value}`, details: period(age.asOf), citations: age.citations}]
      : []),
    ...dated('Born', person.birthDate),
    ...dated('Died', person.deathDate),
    ...placed('Born in', person.birthPlace),
    ...person.nationalities.flatMap((one) => placed('From', one)),
    ...placed('Fights for', person.fightsFor),
    ...person.residences.map(({place, wording, kind, reason, from, to, ...sources}) => ({
      label: titleOf(residenceKinds, kind) ?? '',
      ...placeOrWording(place, wording, [...words(reason), ...period(from, to)]),
      ...provenance(sources),
    })),
    ...relations(person),
  ]
}

/** What stories say of an armed unit. */
export function unitFacts(unit: Unit): Fact[] {
  const {kind, nameOrigin} = unit
  return [
    {label: 'Kind', text: titleOf(unitKinds, kind) ?? ''},
    ...otherNames(unit),
    ...(nameOrigin
      ? [{label: 'Name', text: nameOrigin.text ?? '', citations: nameOrigin.citations}]
      : []),
    ...dated('Formed', unit.formedOn),
    ...dated('Disbanded', unit.disbandedOn),
    ...placed('Fights for', unit.fightsFor),
    ...unit.compositionNationalities.flatMap((one) => placed('People from', one)),
    ...(unit.composition.length > 0
      ? [{label: 'Made up of', text: unit.composition.join(', ')}]
      : []),
    ...unit.strength.map(({value, asOf, ...sources}) => ({
      label: 'Strength',
      text: value.wording,
      details: period(asOf),
      ...provenance(sources),
    })),
    ...unit.deployments.map(({place, wording, status, from, to, ...sources}) => ({
      label: 'Deployed',
      ...placeOrWording(place, wording, [
        ...words(titleOf(deploymentStates, status)?.toLowerCase()),
        ...period(from, to),
      ]),
      ...provenance(sources),
    })),
    ...unit.aims.map(({text, citations}) => ({label: 'Aim', text: text ?? '', citations})),
    ...relations(unit),
  ]
}

/** What stories say of an organisation. */
export function organisationFacts(organisation: Organisation): Fact[] {
  return [
    {label: 'Kind', text: titleOf(organisationKinds, organisation.kind) ?? ''},
    ...otherNames(organisation),
    ...dated('Founded', organisation.foundedOn),
    ...dated('Dissolved', organisation.dissolvedOn),
    ...placed('Of', organisation.country),
    ...placed('In', organisation.location),
    ...placed('Stands for', organisation.metonymFor),
    ...organisation.purpose.map(({text, citations}) => ({
      label: 'Purpose',
      text: text ?? '',
      citations,
    })),
    ...relations(organisation),
  ]
}

/** What is known of a place. */
export function placeFacts(place: Place): Fact[] {
  const kind = titleOf(placeKinds, place.kind)
  return [
    ...(kind ? [{label: 'Kind', text: kind}] : []),
    ...otherNames(place),
    ...(place.within ? [{label: 'Part of', entity: place.within}] : []),
    ...place.contains.map((entity) => ({label: 'Includes', entity})),
  ]
}

/** What stories tell of how a poll was made. */
export function pollFacts(poll: Poll): Fact[] {
  const {pollster, pollsterWording, fieldStart, fieldEnd, places, disclosure, citations} = poll
  return [
    {label: 'Asked by', entity: pollster ?? undefined, text: pollsterWording, citations},
    ...period(fieldStart, fieldEnd).map((text) => ({label: 'When', text})),
    ...dated('Published', poll.publishedOn),
    ...places.map((entity) => ({label: 'Where', entity})),
    ...words(disclosure?.population).map((text) => ({label: 'Of whom', text})),
    ...words(disclosure?.sponsor).map((text) => ({label: 'Paid for by', text})),
    ...(disclosure?.sampleSize ? [{label: 'Asked', text: `${disclosure.sampleSize}`}] : []),
    ...words(titleOf(pollSamplings, disclosure?.sampling)).map((text) => ({label: 'Sample', text})),
    ...words(titleOf(pollModes, disclosure?.mode)).map((text) => ({label: 'How', text})),
  ]
}

function otherNames({alternateNames}: Pick<Place, 'alternateNames'>): Fact[] {
  return alternateNames.map(({name, kind}) => ({
    label: 'Also named',
    text: name ?? '',
    details: words(titleOf(nameKinds, kind)?.toLowerCase()),
  }))
}

/** Relations both ways: its own, and those of others that point to it, read from this side. */
function relations({
  relations,
  inverseRelations,
}: Pick<Person, 'relations' | 'inverseRelations'>): Fact[] {
  return [
    ...relations.map(({to, ...relation}) => relationFact(relation, to, false)),
    ...inverseRelations.map(({from, ...relation}) => relationFact(relation, from, true)),
  ]
}

function relationFact(
  {type, negated, role, status, start, end, ...sources}: Omit<Person['relations'][number], 'to'>,
  entity: Entity,
  inverse: boolean,
): Fact {
  const title = relationTitle(type, {negated, inverse}) ?? ''
  return {
    label: title.charAt(0).toUpperCase() + title.slice(1),
    entity,
    details: [...words(role), ...currency(status), ...period(start, end)],
    ...provenance(sources),
  }
}

type PlaceFact = NonNullable<Person['birthPlace']>

function placed(label: string, fact: PlaceFact | null): Fact[] {
  return fact?.place ? [{label, entity: fact.place, ...provenance(fact)}] : []
}

/** Somewhere as the story puts it, leading to the place where that has an entry. */
function placeOrWording(place: Entity | null, wording: string | null, details: string[]) {
  if (!place) return {text: wording ?? '', details}
  return {entity: place, details: [...words(wording), ...details]}
}

function dated(label: string, date: FactDate | null): Fact[] {
  const [text] = period(date)
  return text === undefined ? [] : [{label, text}]
}

/** A time in the words of the story, or else as far as it is known, with how that came to be known. */
function period(from: FactDate | null, to?: FactDate | null): string[] {
  const [start, end] = [from, to].map((date) => {
    const words = date?.wording ?? date?.value
    if (!date || !words) return undefined
    const basis = date.basis === 'stated' ? undefined : titleOf(dateBases, date.basis)
    return basis ? `${words} (${basis.toLowerCase()})` : words
  })
  if (start !== undefined && end !== undefined && start !== end) return [`${start} – ${end}`]
  return words(start ?? end)
}

/** That something is so no longer; that it is still so needs no word. */
function currency(status: string | null): string[] {
  return status === 'former' ? words(titleOf(currencies, status)?.toLowerCase()) : []
}

function provenance({certainty, citations}: Pick<PlaceFact, 'certainty' | 'citations'>) {
  return {isInferred: certainty === 'inferred', citations}
}

function words(text: string | null | undefined): string[] {
  return text ? [text] : []
}
