import {isRecord} from '../../schemas/rules/read.ts'

/** A type or field as the schema files declare it, and where it stands. */
export interface Declared {
  readonly path: string
  readonly definition: Readonly<Record<string, unknown>>
}

/** Every field below a type, however deep: in inline objects, array members and annotations too. */
export function fieldsBelow(type: unknown, path: string): Declared[] {
  if (!isRecord(type)) return []
  return [
    ...list(type['fields']).flatMap((field) => {
      const fieldPath = `${path}.${nameOf(field)}`
      return [{path: fieldPath, definition: field}, ...fieldsBelow(field, fieldPath)]
    }),
    ...membersOf(type).flatMap((member) => {
      const name = nameOf(member)
      return fieldsBelow(member, name === '' ? path : `${path}<${name}>`)
    }),
  ]
}

/** What stands inside an array, and for portable text what may mark its words. */
export function membersOf(type: Readonly<Record<string, unknown>>) {
  const marks = isRecord(type['marks']) ? type['marks'] : {}
  return [...list(type['of']), ...list(marks['annotations'])]
}

/** The entries of a list of declarations. */
export function list(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

/** The name a type or field is declared under. */
export function nameOf(definition: Readonly<Record<string, unknown>>): string {
  return typeof definition['name'] === 'string' ? definition['name'] : ''
}
