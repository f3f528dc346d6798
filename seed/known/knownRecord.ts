import {isDraftId, publishedIdOf} from '../documentIds.ts'

/** What recognition needs of a document of the dataset, or of one that is about to be written. */
export interface KnownRecord {
  /** The id under which it is, or will be, published. */
  readonly id: string
  readonly type: string
  readonly isPublished: boolean
  /** Whether a reading of a text proposed it, and no editor has confirmed it. */
  readonly isSuggested: boolean
  /** The end of its readable address. */
  readonly address: string | undefined
  readonly names: readonly string[]
  /** Whether its names are looked for in other articles than its own. */
  readonly isRecognised: boolean
}

type Fields = Readonly<Record<string, unknown>>

const privateNames: readonly unknown[] = ['codename', 'callSign']
const publicNamings: readonly unknown[] = ['fullName', 'mononym', 'named', undefined, null]

/**
 * Reads a document, or the fields of it that `knownFields` names. A codename means somebody in its
 * own story only, and so does a description ("the government"). Somebody whose identity is
 * protected is never recognised: linking two stories is what could give them away.
 */
export function toKnownRecord(document: Fields): KnownRecord {
  const {_id, _type, name, naming, slug, suggested, alternateNames, identityProtection} = document
  const id = String(_id)
  const others = listOf(alternateNames).filter(({kind}) => !privateNames.includes(kind))
  return {
    id: publishedIdOf(id),
    type: String(_type),
    isPublished: !isDraftId(id),
    isSuggested: suggested === true,
    address: textOf(isFields(slug) ? slug['current'] : undefined),
    names: [name, ...others.map((variant) => variant['name'])].flatMap((one) => textOf(one) ?? []),
    isRecognised: publicNamings.includes(naming) && !isFields(identityProtection),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
