import type {EntityType} from '../../../vocabulary/entityTypes.ts'
import {kindsOf} from './lexicon.ts'

const people =
  'activist adviser aide alderman analyst assailant attacker blogger boss businessman businesswoman campaigner candidate captain chairman chairwoman chief chef citizen co-founder colleague columnist commander commentator commissioner coach counsel creator critic daughter defector deputy designer detainee dissident economist envoy executive ex-husband ex-wife expert fighter filmmaker forward founder goalkeeper grandson granddaughter head historian host illustrator inventor investigator jailed judge laureate lawmaker lead legislator librarian lieutenant man midfielder mother native negotiator nominee novelist officer official oligarch organiser organizer opponent paramedic partner photographer pilot planner playwright policeman politician presenter professor prosecutor protester rapper rebel refugee reporter researcher resident restaurateur scholar scientist secretary sergeant singer sociologist soldier songwriter specialist spokesman spokesperson spokeswoman spy star statesman strategist striker student superintendent survivor suspect teenager trader tycoon undersecretary veteran victim volunteer widow winner woman writer youth co-ordinator coordinator'
const groups =
  'agency airline alliance association band bank body brand broadcaster bureau business campaign channel charity chain church club coalition collective college committee companies company conglomerate consortium consultancy corporation daily department developer firm foundation giant group insurer institute institution lab label league maker manufacturer magazine ministry monopoly movement network newspaper ngo nonprofit operator organisation organization paper partnership party platform provider publication publisher regulator retailer school service site society start-up startup station studio supplier tabloid team think-tank trust union university utility watchdog website weekly'
const troops = 'battalion brigade legion militia regiment squadron unit'
const settlements =
  'airport area borough capital city coast country county desert district enclave hamlet island lake municipality mountain nation neighborhood neighbourhood outpost outskirts peninsula port province region republic resort river settlement state suburb territory town village zone'
const things =
  'act album app bill book browser car comedy device disease drama drug emblem event exhibition festival film game law movie musical novel operation opera painting play poem product program report series show ship single software song spacecraft storm tool treaty vaccine vessel video virus'

const classes: ReadonlyMap<string, EntityType | 'neither'> = new Map<
  string,
  EntityType | 'neither'
>([
  ...listed(things, 'neither'),
  ...listed(people, 'person'),
  ...listed(groups, 'organisation'),
  ...listed(troops, 'unit'),
  ...listed(settlements, 'place'),
])

/** What somebody or something is that a common noun describes: "a *town*", "the *charity*". */
export function nounClass(word: string): EntityType | 'neither' | undefined {
  const text = word.toLowerCase()
  return classes.get(text) ?? (kindsOf(text).has('role') ? 'person' : undefined)
}

function listed<Class extends string>(words: string, kind: Class): [string, Class][] {
  return words.split(' ').map((word) => [word, kind])
}
