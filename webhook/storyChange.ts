import {pageTypes, type PageType} from './storyHook.ts'

/** What happened to one published document, as the hook of `storyHook` tells it. */
export interface StoryChange {
  readonly id: string
  readonly type: PageType
  readonly operation: 'create' | 'update' | 'delete'
  /** Which one it is now; `null` once it is deleted or unpublished. */
  readonly revision: string | null
  /** How it was; `null` when it is new. */
  readonly before: DocumentState | null
  /** How it is; `null` when it is gone. */
  readonly after: DocumentState | null
}

/** Of a document, what finds its pages. */
export interface DocumentState {
  /** The end of its address; `null` while it has no page. */
  readonly slug: string | null
  /** Of a story. */
  readonly language: string | null
  /** The ids of what it refers to, each once. */
  readonly references: readonly string[]
}

const operations = ['create', 'update', 'delete'] as const

/** Reads the body of a message; `undefined` when it is not what the hook of `storyHook` sends. */
export function readChange(value: unknown): StoryChange | undefined {
  if (!isRecord(value) || typeof value['id'] !== 'string' || !isTextOrNull(value['revision'])) {
    return undefined
  }
  const {id, revision} = value
  const type = pageTypes.find((one) => one === value['type'])
  const operation = operations.find((one) => one === value['operation'])
  const before = readState(value['before'])
  const after = readState(value['after'])
  const isWhole = type && operation && before !== undefined && after !== undefined
  return isWhole ? {id, type, operation, revision, before, after} : undefined
}

function readState(value: unknown): DocumentState | null | undefined {
  if (value === null) return null
  if (!isRecord(value) || !Array.isArray(value['references'])) return undefined
  const {slug, language, references} = value
  if (!isTextOrNull(slug) || !isTextOrNull(language)) return undefined
  // One list for each field of the model, with nothing where a document lacks it.
  const ids = references.flat().filter((id) => typeof id === 'string')
  return {slug, language, references: [...new Set(ids)]}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTextOrNull(value: unknown): value is string | null {
  return typeof value === 'string' || value === null
}
