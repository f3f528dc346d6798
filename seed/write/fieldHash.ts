import {createHash} from 'node:crypto'

/** A document's fields, those of the Content Lake itself (`_id`, `_rev` …) left out. */
export function fieldsOf(document: object): Map<string, unknown> {
  return new Map(Object.entries(document).filter(([name]) => !name.startsWith('_')))
}

/** A short digest of a field's value that does not depend on the order of keys. */
export function fieldHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url').slice(0, 22)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, child]) => child !== undefined)
    const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
