import {z} from 'zod'

import {isDocumentId, layerOf, publishedIdOf} from './documentId.ts'
import {patchOperations, type Content} from './mutation.ts'
import {strengthenReferences} from './reference.ts'
import {Refusal, type OpenTransaction} from './transaction.ts'

const id = z.string().refine(isDocumentId, 'is not a document id')
const attributes = z.looseObject({_id: id, _type: z.string().min(1)})
const purge = z.boolean().exactOptional()

/** The actions of the HTTP API that this lake carries out. */
export const action = z.discriminatedUnion('actionType', [
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
export type Action = z.infer<typeof action>

/**
 * Carries an action out as plain mutations of single documents, which is also how listeners learn
 * of it. Returns the ids of documents whose history it asks to be removed.
 */
export function perform(
  action: Action,
  transaction: OpenTransaction,
  versionsOf: (publishedId: string) => string[],
): string[] {
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
      const content = withoutStamps({...strengthenReferences(draft), _id: publishedId})
      apply({createOrReplace: content})
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
      if (![...listed].some((version) => read(version))) throw missing(publishedId)
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
    const document = read(documentId)
    if (!document) throw missing(documentId)
    return document
  }
}

function missing(documentId: string): Refusal {
  const description = `The document "${documentId}" does not exist.`
  return new Refusal('documentNotFoundError', description, {id: documentId}, 404)
}

function exists(documentId: string): Refusal {
  const description = `The document "${documentId}" already exists.`
  return new Refusal('documentAlreadyExistsError', description, {id: documentId})
}

function requireVersionOf(publishedId: string, versionId: string): void {
  if (layerOf(versionId) === 'published' || publishedIdOf(versionId) !== publishedId) {
    const description = `"${versionId}" is not a draft or version of "${publishedId}".`
    throw new Refusal('invalidIdError', description, {id: versionId}, 400)
  }
}

/** Revision and update time belong to the transaction that writes the copy, not to the copy. */
function withoutStamps(document: Content): Content {
  const {_rev, _updatedAt, ...content} = document
  return content
}
