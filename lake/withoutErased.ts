import type {Erasures} from './erasures.ts'
import type {Mutation} from './mutation.ts'

/** Stands where a name stood. */
const REMOVED = '[…]'
/** Ids of documents and revisions are told by their hash, not by their words. */
const KEPT = new Set(['_id', '_type', '_rev'])

/**
 * JSON without what was erased: names are taken out of texts, also where a mark cuts a name in two,
 * and references to erased documents are gone.
 */
export function withoutErased<T>(value: T, erasures: Erasures): T
export function withoutErased(value: unknown, erasures: Erasures): unknown {
  if (typeof value === 'string') return withoutNames([value], erasures)[0]
  if (Array.isArray(value)) {
    const kept = value.filter((item) => !refersToErased(item, erasures))
    const items = isSpans(kept) ? spansWithoutNames(kept, erasures) : kept
    return items.map((item) => withoutErased(item, erasures))
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => !refersToErased(child, erasures))
      .map(([name, child]) => [name, KEPT.has(name) ? child : withoutErased(child, erasures)]),
  )
}

/** Whether anything in a JSON value was erased. */
export function holdsErased(value: unknown, erasures: Erasures): boolean {
  return JSON.stringify(withoutErased(value, erasures)) !== JSON.stringify(value)
}

/** Whether this is an id that must not be used again: it was erased, or an erased name stands in it. */
export function isErasedId(id: string, erasures: Erasures): boolean {
  return erasures.isErased(id) || erasures.find(id).length > 0
}

/** What is left of mutations that bring in documents from elsewhere. */
export function mutationsWithoutErased(
  mutations: readonly Mutation[],
  erasures: Erasures,
): Mutation[] {
  if (erasures.isEmpty()) return [...mutations]
  return mutations.flatMap((mutation): Mutation[] => {
    const id = idOf(mutation)
    if (id !== undefined && isErasedId(id, erasures)) return []
    return 'delete' in mutation ? [mutation] : [withoutErased(mutation, erasures)]
  })
}

/** The document that a mutation names; `undefined` when it has no id yet or selects by a query. */
export function idOf(mutation: Mutation): string | undefined {
  if ('create' in mutation) return mutation.create._id
  if ('createOrReplace' in mutation) return mutation.createOrReplace._id
  if ('createIfNotExists' in mutation) return mutation.createIfNotExists._id
  const selection = 'delete' in mutation ? mutation.delete : mutation.patch
  return 'id' in selection && typeof selection.id === 'string' ? selection.id : undefined
}

function refersToErased(value: unknown, erasures: Erasures): boolean {
  return isRecord(value) && typeof value['_ref'] === 'string' && isErasedId(value['_ref'], erasures)
}

/** Takes names out of texts that are read as one. */
function withoutNames(texts: readonly string[], erasures: Erasures): string[] {
  const found = erasures.find(texts.join(''))
  if (found.length === 0) return [...texts]
  let offset = 0
  return texts.map((text) => {
    const from = offset
    const to = (offset += text.length)
    let at = from
    let result = ''
    for (const {start, end} of found) {
      if (end <= from || start >= to) continue
      result += text.slice(at - from, Math.max(start, from) - from)
      // The rest of a name that began in an earlier text leaves nothing behind.
      if (start >= from) result += REMOVED
      at = Math.min(end, to)
    }
    return result + text.slice(at - from)
  })
}

/** The pieces of a paragraph of Portable Text. */
function isSpans(items: readonly unknown[]): items is Record<string, unknown>[] {
  return items.length > 1 && items.every(isRecord) && items.some(({_type}) => _type === 'span')
}

function spansWithoutNames(
  spans: readonly Record<string, unknown>[],
  erasures: Erasures,
): Record<string, unknown>[] {
  const texts = spans.map(({text}) => (typeof text === 'string' ? text : ''))
  const cleaned = withoutNames(texts, erasures)
  return spans.map((span, index) =>
    typeof span['text'] === 'string' ? {...span, text: cleaned[index]} : span,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
