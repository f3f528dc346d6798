import {z} from 'zod'

import {isDocumentId} from './documentId.ts'
import {patchOperations} from './mutation.ts'
import {strengthenReferences} from './reference.ts'
import {Refusal} from './refusal.ts'
import {performRelease, type ReleaseView} from './release/performRelease.ts'
import {releaseAction, type ReleaseAction} from './release/releaseAction.ts'
import {withoutStamps, type OpenTransaction} from './transaction.ts'
import {
  missing,
  performVersion,
  requireVersionOf,
  versionAction,
  type VersionAction,
} from './versionAction.ts'

const id = z.string().refine(isDocumentId, 'is not a document id')
const attributes = z.looseObject({_id: id, _type: z.string().min(1)})
const purge = z.boolean().exactOptional()

const documentAction = z.discriminatedUnion('actionType', [
  z.looseObject({
    actionType: z.literal('sanity.action.document.create'),
    publishedId: id,
    attributes,
    ifExists: z.enum(['fail', 'ignore']).exactOptional(),
  }),
  z.looseObject({
    actionType: z.literal('sanity.action.document.edit'),
    draftId: id,
    publishedId: id,
    patch: patchOperations,
  }),
  z.looseObject({
    actionType: z.literal('sanity.action.document.replaceDraft'),
    publishedId: id,
    attributes,
  }),
  z.looseObject({
    actionType: z.literal('sanity.action.document.publish'),
    draftId: id,
    publishedId: id,
    ifDraftRevisionId: z.string().exactOptional(),
    ifPublishedRevisionId: z.string().exactOptional(),
  }),
  z.looseObject({
    actionType: z.literal('sanity.action.document.unpublish'),
    draftId: id,
    publishedId: id,
  }),
  z.looseObject({actionType: z.literal('sanity.action.document.discard'), draftId: id, purge}),
  z.looseObject({
    actionType: z.literal('sanity.action.document.version.discard'),
    versionId: id,
    purge,
  }),
  z.looseObject({
    actionType: z.literal('sanity.action.document.delete'),
    publishedId: id,
    includeDrafts: z.array(id).exactOptional(),
    purge,
  }),
])

/** The actions of the HTTP API that this lake carries out. */
export const action = z.discriminatedUnion('actionType', [
  ...documentAction.options,
  ...versionAction.options,
  ...releaseAction.options,
])
export type Action = z.infer<typeof action>

/** What an action may need to know of the dataset beside the documents it names. */
export interface ActionView extends ReleaseView {
  /** The draft and the versions of a document. */
  versionsOf: (publishedId: string) => string[]
}

/** Whether an action is about a release; those and others do not go together in one transaction. */
export function isReleaseAction(action: Action): action is ReleaseAction {
  return action.actionType.startsWith('sanity.action.release.')
}

/**
 * Carries an action out as plain mutations of single documents, which is also how listeners learn
 * of it. Returns the ids of documents whose history it asks to be removed.
 */
export function perform(
  action: Action,
  transaction: OpenTransaction,
  view: ActionView,
): readonly string[] {
  if (isReleaseAction(action)) performRelease(action, transaction, view)
  else if (isVersionAction(action)) performVersion(action, transaction)
  else return performOnDocument(action, transaction, view)
  return []
}

function isVersionAction(action: Action): action is VersionAction {
  return versionActions.has(action.actionType)
}

const versionActions: ReadonlySet<string> = new Set(
  versionAction.options.map(({shape}) => shape.actionType.value),
)

function performOnDocument(
  action: z.infer<typeof documentAction>,
  transaction: OpenTransaction,
  {versionsOf}: ActionView,
): readonly string[] {
  const {read, apply, checkRevision} = transaction
  switch (action.actionType) {
    case 'sanity.action.document.create': {
      const {publishedId, attributes, ifExists} = action
      requireVersionOf(publishedId, attributes._id)
      if (ifExists === 'ignore' && read(attributes._id)) return []
      if (read(publishedId)) throw exists(publishedId)
      apply({create: withoutStamps(attributes)})
      return []
    }
    case 'sanity.action.document.edit': {
      const {draftId, publishedId, patch} = action
      requireVersionOf(publishedId, draftId)
      if (!read(draftId)) apply({create: withoutStamps({...need(publishedId), _id: draftId})})
      apply({patch: {id: draftId, ...patch}})
      return []
    }
    case 'sanity.action.document.replaceDraft': {
      const {publishedId, attributes} = action
      requireVersionOf(publishedId, attributes._id)
      if (!read(attributes._id)) need(publishedId)
      apply({createOrReplace: withoutStamps(attributes)})
      return []
    }
    case 'sanity.action.document.publish': {
      const {draftId, publishedId} = action
      requireVersionOf(publishedId, draftId)
      const draft = need(draftId)
      checkRevision(action.ifDraftRevisionId, draftId)
      checkRevision(action.ifPublishedRevisionId, publishedId)
      const {_system, ...content} = strengthenReferences(draft)
      apply({createOrReplace: withoutStamps({...content, _id: publishedId})})
      apply({delete: {id: draftId}})
      return []
    }
    case 'sanity.action.document.unpublish': {
      const {draftId, publishedId} = action
      requireVersionOf(publishedId, draftId)
      const published = need(publishedId)
      if (!read(draftId)) apply({create: withoutStamps({...published, _id: draftId})})
      apply({delete: {id: publishedId}})
      return []
    }
    case 'sanity.action.document.discard':
      return discard(action.draftId, action.purge)
    case 'sanity.action.document.version.discard':
      return discard(action.versionId, action.purge)
    case 'sanity.action.document.delete': {
      const {publishedId, includeDrafts = []} = action
      const listed = new Set([publishedId, ...includeDrafts])
      const unlisted = versionsOf(publishedId).find((version) => !listed.has(version))
      if (unlisted) {
        const description = `"${publishedId}" also has "${unlisted}", which the action does not list.`
        throw new Refusal('documentHasVersionsError', description, {id: unlisted})
      }
      if (![...listed].some((version) => read(version))) missing(publishedId)
      for (const version of listed) apply({delete: {id: version}})
      return action.purge === true ? [...listed] : []
    }
  }

  function discard(versionId: string, purged = false): string[] {
    need(versionId)
    apply({delete: {id: versionId}})
    return purged ? [versionId] : []
  }

  function need(documentId: string) {
    return read(documentId) ?? missing(documentId)
  }
}

function exists(documentId: string): Refusal {
  const description = `The document "${documentId}" already exists.`
  return new Refusal('documentAlreadyExistsError', description, {id: documentId})
}
