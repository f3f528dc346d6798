/**
 * The attributes of a document as the hosted Content Lake counts them: each path with each kind of
 * value that stands there, items of an array counting once for a kind.
 */
export function attributesOf(value: unknown, path = ''): Set<string> {
  const found = new Set<string>()
  visit(value, path, found)
  return found
}

function visit(value: unknown, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    found.add(`${path}:array`)
    for (const item of value) visit(item, `${path}[]`, found)
  } else if (typeof value === 'object' && value !== null) {
    if (path !== '') found.add(`${path}:object`)
    for (const [name, child] of Object.entries(value)) {
      visit(child, path === '' ? name : `${path}.${name}`, found)
    }
  } else {
    found.add(`${path}:${value === null ? 'null' : kindOf(value)}`)
  }
}

function kindOf(value: unknown): string {
  if (typeof value !== 'number') return typeof value
  return Number.isInteger(value) ? 'integer' : 'float'
}
