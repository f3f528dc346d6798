import type {Path, Schema, SchemaType} from 'sanity'

import type {CandidateDocument} from './candidateDocument.ts'

/** One value of a document with the type that the content model gives it, if it knows one. */
export interface Node {
  readonly path: Path
  readonly value: unknown
  readonly type: SchemaType | undefined
  readonly isItem: boolean
}

/** Every value of a document, from the whole down to its smallest parts. */
export function readDocument(document: CandidateDocument, schema: Schema): Node[] {
  return nodesFrom({path: [], value: document, type: schema.get(document._type), isItem: false})
}

/** Whether a value has fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function nodesFrom(node: Node): Node[] {
  return [node, ...children(node).flatMap(nodesFrom)]
}

function children({path, value, type}: Node): Node[] {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => ({
      path: [
        ...path,
        isRecord(item) && typeof item['_key'] === 'string' ? {_key: item['_key']} : index,
      ],
      value: item,
      type: itemType(type, item),
      isItem: true,
    }))
  }
  if (!isRecord(value)) return []
  return Object.entries(value)
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, field]) => ({
      path: [...path, name],
      value: field,
      type: fieldType(type, name),
      isItem: false,
    }))
}

function fieldType(type: SchemaType | undefined, name: string): SchemaType | undefined {
  if (type?.jsonType !== 'object') return undefined
  return type.fields.find((field) => field.name === name)?.type
}

/** The item type of an array that fits a value; types are called by their own name. */
function itemType(type: SchemaType | undefined, item: unknown): SchemaType | undefined {
  if (type?.jsonType !== 'array') return undefined
  if (!isRecord(item)) return type.of.find(({jsonType}) => jsonType === typeof item)
  const name = item['_type']
  return type.of.find((one) => one.name === name || one.type?.name === name)
}
