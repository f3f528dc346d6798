import {
  SEEDED_AT,
  airForce,
  armedForces,
  belarus,
  brigade,
  brodik,
  crimea,
  donbas,
  europe,
  freeBelarusCentre,
  government,
  izyum,
  kandalaksha,
  kandalakshaTown,
  korotkevich,
  kremlin,
  kyiv,
  legion,
  lukashenko,
  lviv,
  mike,
  navalny,
  pahonia,
  poland,
  prokopiev,
  putin,
  recruitmentCentre,
  regiment,
  russia,
  russianIntelligence,
  russianMilitary,
  salisbury,
  skripal,
  story,
  uk,
  ukraine,
  warsaw,
  zhytomyr,
} from './entries.ts'
import {pollLink} from './poll.ts'

/** The index A to Z of people, units and organisations, without those who are protected. */
export const index = [
  indexed(brigade),
  indexed(brodik, 'Brodik, Palina'),
  indexed(freeBelarusCentre),
  indexed(legion),
  indexed(regiment),
  indexed(korotkevich, 'Korotkevich, Alina'),
  indexed(kremlin),
  indexed(lukashenko, 'Lukashenko, Alexander'),
  indexed(navalny, 'Navalny, Alexei', 'opposition activist'),
  indexed(pahonia),
  indexed(prokopiev, 'Prokopiev, Vadim'),
  indexed(putin),
  indexed(recruitmentCentre, 'recruitment centre', 'in Warsaw, set up by Vadim Prokopiev'),
  indexed(russianIntelligence),
  indexed(russianMilitary),
  indexed(skripal, 'Skripal, Sergei', 'former spy for the UK'),
  indexed(government, 'the government', 'of Belarus'),
  indexed(armedForces),
  indexed(airForce),
]

/** Every address that search engines should know. */
export const sitemap = [
  {_id: story._id, _type: 'article', slug: story.slug, updatedAt: SEEDED_AT, language: 'en'},
  addressed(airForce),
  addressed(armedForces),
  addressed(government),
  addressed(russianIntelligence),
  addressed(russianMilitary),
  addressed(freeBelarusCentre),
  addressed(kremlin),
  addressed(brodik),
  addressed(putin),
  addressed(skripal),
  addressed(prokopiev),
  addressed(korotkevich),
  addressed(navalny),
  addressed(lukashenko),
  addressed(izyum),
  addressed(crimea),
  addressed(uk),
  addressed(kyiv),
  addressed(ukraine),
  addressed(donbas),
  addressed(russia),
  addressed(salisbury),
  addressed(warsaw),
  addressed(europe),
  addressed(poland),
  addressed(kandalakshaTown),
  addressed(lviv),
  addressed(belarus),
  addressed(zhytomyr),
  addressed({...pollLink, _type: 'poll', name: pollLink.title}),
  addressed(legion),
  addressed(regiment),
  addressed(brigade),
  addressed(pahonia),
]

/** The addresses of people’s pages, protected people’s among them. */
export const personSlugs = [
  slugOf(brodik),
  slugOf(putin),
  slugOf(skripal),
  slugOf(kandalaksha),
  slugOf(prokopiev),
  slugOf(korotkevich),
  slugOf(mike),
  slugOf(navalny),
  slugOf(lukashenko),
]

interface Entry {
  readonly _id: string
  readonly _type: string
  readonly name: string
  readonly slug: string | null
}

function indexed(entry: Entry, sortName = entry.name, disambiguation: string | null = null) {
  const told = /^(?:person|organisation)$/.test(entry._type) && {disambiguation}
  const cursor = {name: sortName.toLowerCase(), id: entry._id}
  return {...entry, sortName, ...told, storyCount: 1, cursor}
}

function slugOf({_id, _type, slug}: Entry) {
  return {_id, _type, slug}
}

function addressed(entry: Entry) {
  return {...slugOf(entry), updatedAt: SEEDED_AT}
}
