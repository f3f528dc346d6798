import type {organisationKinds} from '../../vocabulary/organisations.ts'
import type {placeKinds} from '../../vocabulary/places.ts'
import {unitKinds} from '../../vocabulary/units.ts'

type Kind<Kinds extends readonly {readonly value: string}[]> = Kinds[number]['value']
type Patterns<Value extends string> = readonly (readonly [Value, RegExp])[]

const organisations: Patterns<Kind<typeof organisationKinds>> = [
  ['politicalParty', /\bparty$/i],
  ['intelligence', /\b(?:intelligence|secret|security) (?:agency|service)$/i],
  ['armedForces', /\b(?:army|navy|air force|armed forces|military|marines|coast ?guard)$/i],
  [
    'government',
    /\b(?:government|ministry|department|parliament|assembly|senate|congress|(?:city|county|town|parish|borough|district|regional) council|council of ministers)\b/i,
  ],
  [
    'media',
    /\b(?:news|newspaper|times|gazette|herald|tribune|courier|chronicle|radio|television|TV|broadcasting)\b/i,
  ],
  ['research', /\b(?:university|college|institute|laborator(?:y|ies)|research)\b/i],
  [
    'company',
    /\b(?:Inc|Ltd|Limited|plc|PLC|Corp|Corporation|LLC|GmbH|AG|Co|Company|Holdings|Industries)\b\.?$/,
  ],
  [
    'civilSociety',
    /\b(?:charity|foundation|trust|association|society|union|federation|volunteers|relief)\b/i,
  ],
]

/** What the name of an organisation says of it; `other` when it says nothing. */
export function organisationKind(name: string): Kind<typeof organisationKinds> {
  return firstOf(organisations, name) ?? 'other'
}

/** What kind of unit its name makes it; `other` when the name has no such word. */
export function unitKind(name: string): Kind<typeof unitKinds> {
  const kinds = unitKinds.filter(({value}) => value !== 'other')
  return kinds.find(({value}) => hasWord(name, value))?.value ?? 'other'
}

const placeNames: Patterns<Kind<typeof placeKinds>> = [
  ['bodyOfWater', /\b(?:sea|ocean|river|lake|reservoir|bay|strait|channel)\b/i],
  ['region', /\b(?:region|province|district|county|oblast|peninsula|valley)\b/i],
  ['building', /\b(?:hall|house|palace|tower|stadium|airport|cathedral|church)$/i],
]
const placesTold: Patterns<Kind<typeof placeKinds>> = [
  ['city', /^(?:city|port city|capital)$/i],
  ['town', /^(?:town|village|port|suburb|hamlet|settlement)$/i],
  ['region', /^(?:region|province|district|county|peninsula)$/i],
  ['country', /^(?:country|nation|republic)$/i],
]
const told = String.raw`city|capital|town|village|port|suburb|hamlet|settlement|region|province|district|county|peninsula|country|nation|republic`

/** What its name, or the words beside it, say a place is: "the town of Hale"; else `other`. */
export function placeKind(name: string, text: string): Kind<typeof placeKinds> {
  const own = firstOf(placeNames, name)
  if (own) return own
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  if (new RegExp(String.raw`\b(?:river|lake) ${escaped}\b`, 'u').test(text)) return 'bodyOfWater'
  const before = new RegExp(String.raw`\b(${told}) of ${escaped}\b`, 'iu').exec(text)?.[1]
  const after = new RegExp(
    String.raw`\b${escaped}, (?:an?|the)(?: [\p{Ll}-]+){0,3}? (${told})\b`,
    'u',
  ).exec(text)?.[1]
  return firstOf(placesTold, before ?? after ?? '') ?? 'other'
}

function firstOf<Value extends string>(patterns: Patterns<Value>, text: string): Value | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0]
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(String.raw`\b${word}\b`, 'i').test(text)
}
