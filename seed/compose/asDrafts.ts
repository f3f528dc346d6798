import {draftIdOf} from '../documentIds.ts'
import type {SeedDocument} from '../write/writeDocuments.ts'

/** What a draft refers to, and whether a machine or an editor stands behind it. */
export interface DraftOptions {
  readonly isPublished: (id: string) => boolean
  readonly typeOf: (id: string) => string | undefined
  /** Whether entries and marks are proposals that wait for an editor. */
  readonly isSuggested: boolean
}

/**
 * Documents as drafts. Their references to what is not published wait for it: they hold fast from
 * its publication on.
 */
export function asDrafts(
  documents: readonly SeedDocument[],
  options: DraftOptions,
): SeedDocument[] {
  const types = new Map(documents.map(({_id, _type}) => [_id, _type]))
  const typeOf = (id: string) => types.get(id) ?? options.typeOf(id)
  return documents.map((document) => ({
    ...mapObjects(document, (value) => ({
      ...value,
      ...waiting(value, {...options, typeOf}),
      ...(options.isSuggested && isMark(value) && {suggested: true}),
    })),
    _id: draftIdOf(document._id),
    _type: document._type,
    ...(options.isSuggested && document._type !== 'article' && {suggested: true}),
  }))
}

function waiting(value: Fields, {isPublished, typeOf}: Omit<DraftOptions, 'isSuggested'>) {
  const id = value['_ref']
  if (typeof id !== 'string' || value['_weak'] === true || isPublished(id)) return {}
  const type = typeOf(id)
  return type === undefined ? {} : {_weak: true, _strengthenOnPublish: {type}}
}

const marks: readonly unknown[] = ['mention', 'quotation', 'figure']

function isMark({_type}: Fields): boolean {
  return marks.includes(_type)
}

type Fields = Readonly<Record<string, unknown>>

function mapObjects(value: Fields, change: (value: Fields) => Fields): Fields {
  const mapped = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(mapped)
    return isFields(one) ? mapObjects(one, change) : one
  }
  return change(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one)])))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}
