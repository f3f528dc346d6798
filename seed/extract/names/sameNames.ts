/** Names of one place or body that share no letters to tell so by. */
const groups = [
  'us, usa, united states, united states of america, america',
  'uk, united kingdom, britain, great britain',
  'un, united nations',
  'eu, european union',
  'uae, united arab emirates',
  'kyiv, kiev',
  'north korea, dprk',
  'south korea, korea republic, republic of korea',
  'washington, washington dc',
  'nyc, new york city',
  'la, los angeles',
  'nz, new zealand',
  'nsw, new south wales',
]

const first: ReadonlyMap<string, string> = new Map(
  groups.flatMap((group) => {
    const names = group.split(', ')
    return names.map((name) => [name, names[0] ?? name] as const)
  }),
)

/** The name under which all names of one thing are kept together. */
export function commonName(plain: string): string {
  return first.get(plain) ?? plain
}
