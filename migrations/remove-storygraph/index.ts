import {at, defineMigration, set} from '@sanity/migrate'

const ANNOTATIONS: readonly unknown[] = ['mention', 'quotation', 'figure']
const BLOCKS: readonly unknown[] = ['pollEmbed', 'pullQuote', 'factBox']

/**
 * For a Studio that no longer has this content model: stories keep every printed word, its styles
 * and links, and lose the annotations and blocks that only this model knows. Run it before the
 * plugin is taken out; people, units, organisations and polls can be deleted or kept afterwards.
 */
export default defineMigration({
  title: 'Take the annotations of storygraph out of stories',
  documentTypes: ['article'],
  migrate: {
    document: ({body}) => (Array.isArray(body) ? [at('body', set(withoutAnnotations(body)))] : []),
  },
})

function withoutAnnotations(body: unknown[]): unknown[] {
  return body.flatMap((block) => {
    if (!isRecord(block) || BLOCKS.includes(block['_type'])) return []
    if (block['_type'] !== 'block') return [block]
    const definitions = items(block['markDefs'])
    const removed = new Set(
      definitions.filter(({_type}) => ANNOTATIONS.includes(_type)).map(({_key}) => _key),
    )
    const children = items(block['children']).map((span) => ({
      ...span,
      marks: Array.isArray(span['marks']) ? span['marks'].filter((mark) => !removed.has(mark)) : [],
    }))
    return [{...block, markDefs: definitions.filter(({_key}) => !removed.has(_key)), children}]
  })
}

function items(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
