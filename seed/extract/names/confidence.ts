/**
 * How each rule fared on labelled news: how many mentions it decided, and how many of those were
 * somebody or something of that type. Rules without a record have not been met there yet.
 */
const records = {
  title: [41, 41],
  fullName: [160, 157],
  partOfName: [106, 100],
  role: [22, 22],
  knownPlace: [246, 224],
  sharedName: [16, 16],
  knownOrganisation: [86, 78],
  organisationHead: [162, 143],
  placeHead: [54, 49],
  capitals: [52, 46],
  acronym: [65, 53],
  age: [5, 5],
  surname: [5, 5],
  preposition: [25, 19],
  unitHead: [4, 4],
  apposition: [5, 4],
  townOf: [2, 2],
  kin: [1, 1],
  staff: [1, 1],
  article: [28, 10],
  initials: [5, 2],
  speaks: [7, 1],
  knownAs: [1, 0],
  codename: [0, 0],
  dateline: [0, 0],
  soldiers: [0, 0],
  based: [0, 0],
  landed: [0, 0],
  told: [0, 0],
  who: [0, 0],
} as const satisfies Record<string, readonly [cases: number, right: number]>

/** Which evidence decided what a new name stands for. */
export type NameRule = keyof typeof records

const untried = 0.5
/** One-sided, 95 %. */
const z = 1.645

/**
 * The lower bound of what to expect of a rule (Wilson), so that one that was seen seldom is never
 * called certain.
 */
export function nameConfidence(rule: NameRule): number {
  const [cases, right] = records[rule]
  if (cases === 0) return untried
  const share = right / cases
  const spread = z * Math.sqrt((share * (1 - share)) / cases + (z * z) / (4 * cases * cases))
  const bound = (share + (z * z) / (2 * cases) - spread) / (1 + (z * z) / cases)
  return Math.round(1000 * bound) / 1000
}
