import {layerOf, publishedIdOf} from '../documentId.ts'
import type {Step} from './replay.ts'

/** What happened to a document, as the history of Studio tells it. */
export type HistoryEvent = {timestamp: string; author: string; documentId: string} & (
  | {type: 'createDocumentVersion'; versionId: string; versionRevisionId: string}
  | {type: 'deleteDocumentVersion'; versionId: string; versionRevisionId: string}
  | {
      type: 'publishDocumentVersion'
      revisionId: string
      versionId: string
      versionRevisionId?: string
      publishCause: 'document.publish'
    }
  | {type: 'unpublishDocument'; versionId: string; versionRevisionId: string}
  | {type: 'deleteDocumentGroup'}
  | {type: 'createLiveDocument' | 'updateLiveDocument'; revisionId: string}
)

/**
 * The events of one document, newest first, told from the point of view of `id`: for a published id
 * what became of the document, for a draft or version what became of that. Edits of a draft are no
 * events; clients read them from the log of transactions.
 */
export function historyEvents(id: string, steps: readonly Step[]): HistoryEvent[] {
  const published = publishedIdOf(id)
  /** Drafts and versions that exist, each with its revision, as the transactions go by. */
  const versions = new Map<string, string>()
  const events: HistoryEvent[] = []
  for (const changes of Map.groupBy(steps, ({transactionId}) => transactionId).values()) {
    for (const {documentId, after} of changes) {
      if (documentId === published) continue
      if (after) versions.set(documentId, after._rev)
      else versions.delete(documentId)
    }
    const ofPublished = changes.find(({documentId}) => documentId === published)
    const ofVersion = changes.find(({documentId}) =>
      layerOf(id) === 'published' ? documentId !== published : documentId === id,
    )
    const event = eventOf(id, ofPublished, ofVersion, versions)
    const [first] = changes
    if (event === undefined || first === undefined) continue
    events.push({
      ...event,
      timestamp: first.timestamp,
      author: first.author,
      documentId: published,
    })
  }
  return events.toReversed()
}

type Happening = HistoryEvent extends infer Event
  ? Event extends HistoryEvent
    ? Omit<Event, 'timestamp' | 'author' | 'documentId'>
    : never
  : never

function eventOf(
  id: string,
  published: Step | undefined,
  version: Step | undefined,
  versions: ReadonlyMap<string, string>,
): Happening | undefined {
  const aboutVersion = layerOf(id) !== 'published'
  if (published?.after && version?.before && !version.after) {
    return {
      type: 'publishDocumentVersion',
      revisionId: published.transactionId,
      versionId: version.documentId,
      versionRevisionId: version.before._rev,
      publishCause: 'document.publish',
    }
  }
  if (published?.before && !published.after) {
    const [left] = versions
    if (left) return {type: 'unpublishDocument', versionId: left[0], versionRevisionId: left[1]}
    if (!aboutVersion) return {type: 'deleteDocumentGroup'}
  }
  if (version && !version.before && version.after) {
    const {documentId: versionId, transactionId: versionRevisionId} = version
    return {type: 'createDocumentVersion', versionId, versionRevisionId}
  }
  if (version?.before && !version.after) {
    const {documentId: versionId, before} = version
    return {type: 'deleteDocumentVersion', versionId, versionRevisionId: before._rev}
  }
  if (published?.after && !aboutVersion) {
    const type = published.before ? 'updateLiveDocument' : 'createLiveDocument'
    return {type, revisionId: published.transactionId}
  }
  return undefined
}
