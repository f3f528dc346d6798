import {publishedIdOf} from '../documentId.ts'
import {isRelease, releaseDocumentId} from '../release/release.ts'
import type {Step} from './replay.ts'

/** What happened to a release, as its activity in Studio tells it. */
export type ReleaseEvent = {timestamp: string; author: string; releaseName: string} & (
  | {
      type:
        | 'createRelease'
        | 'unscheduleRelease'
        | 'publishRelease'
        | 'archiveRelease'
        | 'unarchiveRelease'
    }
  | {type: 'scheduleRelease'; publishAt: string}
  | {
      type: 'addDocumentToRelease' | 'discardDocumentFromRelease'
      documentId: string
      documentType: string
      versionId: string
      versionRevisionId: string
      revisionId?: string
    }
)

type Happening = ReleaseEvent extends infer Event
  ? Event extends ReleaseEvent
    ? Omit<Event, 'timestamp' | 'author' | 'releaseName'>
    : never
  : never

/**
 * The events of a release, newest first, from what was recorded of it and of its versions. What
 * becomes of versions because the release is published or archived is told by the release alone.
 */
export function releaseEvents(releaseName: string, steps: readonly Step[]): ReleaseEvent[] {
  const id = releaseDocumentId(releaseName)
  const events: ReleaseEvent[] = []
  for (const changes of Map.groupBy(steps, ({transactionId}) => transactionId).values()) {
    const own = changes.find(({documentId}) => documentId === id)
    const told = own ? [ofRelease(own)] : changes.map(ofVersion)
    for (const event of told) {
      const [first] = changes
      if (!event || !first) continue
      const {timestamp, author} = first
      events.push({...event, timestamp, author, releaseName})
    }
  }
  return events.toReversed()
}

function ofRelease({before, after}: Step): Happening | undefined {
  if (!isRelease(after)) return undefined
  if (!isRelease(before)) return {type: 'createRelease'}
  const {state, publishAt = ''} = after
  if (state === 'scheduled' && publishAt !== before.publishAt) {
    return {type: 'scheduleRelease', publishAt}
  }
  if (state === before.state) return undefined
  if (state === 'published') return {type: 'publishRelease'}
  if (state === 'archived') return {type: 'archiveRelease'}
  return {type: before.state === 'archived' ? 'unarchiveRelease' : 'unscheduleRelease'}
}

function ofVersion({
  documentId: versionId,
  transactionId,
  before,
  after,
}: Step): Happening | undefined {
  if ((before === undefined) === (after === undefined)) return undefined
  return {
    type: after ? 'addDocumentToRelease' : 'discardDocumentFromRelease',
    documentId: publishedIdOf(versionId),
    documentType: String((after ?? before)?._type),
    versionId,
    versionRevisionId: after ? transactionId : (before?._rev ?? ''),
    ...(after && {revisionId: transactionId}),
  }
}
