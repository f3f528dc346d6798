import {layerOf, publishedIdOf} from '../documentId.ts'
import {isRelease, releaseDocumentId, releaseNameOf, releaseOfVersion} from '../release/release.ts'
import type {Step} from './replay.ts'

/** What happened to a document, as the history of Studio tells it. */
export type HistoryEvent = {timestamp: string; author: string; documentId: string} & (
  | {
      type: 'createDocumentVersion' | 'deleteDocumentVersion'
      versionId: string
      versionRevisionId: string
      releaseId?: string
    }
  | {
      type: 'publishDocumentVersion'
      revisionId: string
      versionId: string
      versionRevisionId?: string
      releaseId?: string
      publishCause: 'document.publish' | 'release.publish' | 'release.schedule'
    }
  | {
      type: 'scheduleDocumentVersion'
      versionId: string
      versionRevisionId: string
      releaseId: string
      publishAt: string
      /** What became of it since. */
      state: 'pending' | 'published' | 'unscheduled'
    }
  | {
      type: 'unscheduleDocumentVersion'
      versionId: string
      versionRevisionId: string
      releaseId: string
    }
  | {type: 'unpublishDocument'; versionId: string; versionRevisionId: string}
  | {type: 'deleteDocumentGroup'}
  | {type: 'createLiveDocument' | 'updateLiveDocument'; revisionId: string}
)

/**
 * The events of one document, newest first, told from the point of view of `id`: for a published id
 * what became of the document, for a draft or version what became of that. Edits of a draft are no
 * events; clients read them from the log of transactions. `steps` are those of the document, its
 * draft and versions, and of the releases that these are in.
 */
export function historyEvents(id: string, steps: readonly Step[]): HistoryEvent[] {
  const published = publishedIdOf(id)
  /** Drafts and versions that exist, each with its revision, as the transactions go by. */
  const versions = new Map<string, string>()
  const events: HistoryEvent[] = []
  for (const changes of Map.groupBy(steps, ({transactionId}) => transactionId).values()) {
    for (const {documentId, after} of changes) {
      if (documentId === published || releaseNameOf(documentId) !== undefined) continue
      if (after) versions.set(documentId, after._rev)
      else versions.delete(documentId)
    }
    const ofPublished = changes.find(({documentId}) => documentId === published)
    const ofVersion = changes.find(({documentId}) =>
      layerOf(id) === 'published'
        ? documentId !== published && releaseNameOf(documentId) === undefined
        : documentId === id,
    )
    const release = releaseOfVersion(ofVersion?.documentId ?? id)
    const ofRelease = changes.find(
      ({documentId}) => release !== undefined && documentId === releaseDocumentId(release),
    )
    const event =
      ofRelease && !ofVersion
        ? scheduling(id, ofRelease, versions.get(id), steps)
        : eventOf(id, ofPublished, ofVersion, versions, ofRelease)
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
  ofRelease: Step | undefined,
): Happening | undefined {
  const releaseId = version && releaseOfVersion(version.documentId)
  const inRelease = releaseId === undefined ? {} : {releaseId}
  const aboutVersion = layerOf(id) !== 'published'
  if (published?.after && version?.before && !version.after) {
    return {
      type: 'publishDocumentVersion',
      revisionId: published.transactionId,
      versionId: version.documentId,
      versionRevisionId: version.before._rev,
      ...inRelease,
      publishCause: causeOf(ofRelease),
    }
  }
  if (published?.before && !published.after) {
    const [left] = versions
    if (left) return {type: 'unpublishDocument', versionId: left[0], versionRevisionId: left[1]}
    if (!aboutVersion) return {type: 'deleteDocumentGroup'}
  }
  if (version && !version.before && version.after) {
    const {documentId: versionId, transactionId: versionRevisionId} = version
    return {type: 'createDocumentVersion', versionId, versionRevisionId, ...inRelease}
  }
  if (version?.before && !version.after) {
    // Not the last revision: Studio would take this for the last edit, and restore an older one.
    const {documentId: versionId, transactionId: versionRevisionId} = version
    return {type: 'deleteDocumentVersion', versionId, versionRevisionId, ...inRelease}
  }
  if (published?.after && !aboutVersion) {
    const type = published.before ? 'updateLiveDocument' : 'createLiveDocument'
    return {type, revisionId: published.transactionId}
  }
  return undefined
}

function causeOf(release: Step | undefined) {
  if (!release) return 'document.publish'
  return stateOf(release.before) === 'scheduled' ? 'release.schedule' : 'release.publish'
}

/** What the scheduling of a release is to a version in it. */
function scheduling(
  versionId: string,
  release: Step,
  versionRevisionId: string | undefined,
  steps: readonly Step[],
): Happening | undefined {
  const {before, after} = release
  if (versionRevisionId === undefined || !isRelease(after)) return undefined
  const version = {versionId, versionRevisionId, releaseId: after.name}
  const {publishAt = ''} = after
  if (after.state === 'scheduled' && publishAt !== before?.['publishAt']) {
    const later = steps.find(
      (step) =>
        step.documentId === release.documentId &&
        step.sequence > release.sequence &&
        (stateOf(step.after) !== 'scheduled' || step.after?.['publishAt'] !== publishAt),
    )
    const end = stateOf(later?.after) === 'published' ? 'published' : 'unscheduled'
    return {type: 'scheduleDocumentVersion', ...version, publishAt, state: later ? end : 'pending'}
  }
  return stateOf(before) === 'scheduled' && after.state === 'active'
    ? {type: 'unscheduleDocumentVersion', ...version}
    : undefined
}

function stateOf(document: Step['after']): string | undefined {
  return isRelease(document) ? document.state : undefined
}
