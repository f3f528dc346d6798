/** How often a name was typed right by each rule, measured on labelled news. */
export const nameConfidence = {
  title: 0.97,
  age: 0.97,
  fullName: 0.95,
  initials: 0.95,
  surname: 0.9,
  speaks: 0.85,
  role: 0.9,
  unitHead: 0.9,
  organisationHead: 0.85,
  knownPlace: 0.95,
  placeHead: 0.85,
  knownOrganisation: 0.9,
  acronym: 0.8,
  preposition: 0.75,
  capitals: 0.6,
  partOfName: 0.9,
} as const satisfies Record<string, number>

/** Which evidence decided what a new name stands for. */
export type NameRule = keyof typeof nameConfidence
