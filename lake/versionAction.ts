import {z} from 'zod'

import {isDocumentId, layerOf, publishedIdOf} from './documentId.ts'
import type {Content} from './mutation.ts'
import {Refusal} from './refusal.ts'
import {withoutStamps, type OpenTransaction} from './transaction.ts'

const id = z.string().refine(isDocumentId, 'is not a document id')
const document = z.looseObject({_id: id, _type: z.string().min(1)})

/** The actions on one version of a document: a draft, or what a release holds of it. */
export const versionAction = z.discriminatedUnion('actionType', [
  z.looseObject({
    actionType: z.literal('sanity.action.document.version.create'),
    publishedId: id,
    document: document.exactOptional(),
    baseId: id.exactOptional(),
    versionId: id.exactOptional(),
    ifBaseRevisionId: z.string().exactOptional(),
  }),
  z.looseObject({actionType: z.literal('sanity.action.document.version.replace'), document}),
  z.looseObject({
    actionType: z.literal('sanity.action.document.version.unpublish'),
    versionId: id,
    publishedId: id,
  }),
])
export type VersionAction = z.infer<typeof versionAction>

/** Carries an action on a version out. */
export function performVersion(action: VersionAction, transaction: OpenTransaction): void {
  const {read, apply, checkRevision} = transaction
  switch (action.actionType) {
    case 'sanity.action.document.version.create': {
      const {publishedId, document, baseId, versionId, ifBaseRevisionId} = action
      if (document) {
        requireVersionOf(publishedId, document._id)
        return void apply({create: {...ownContent(document), ...deletionOf(document)}})
      }
      if (baseId === undefined || versionId === undefined) {
        const description =
          'A version is made from a "document", or from a "baseId" as "versionId".'
        throw new Refusal('invalidActionError', description, {}, 400)
      }
      requireVersionOf(publishedId, versionId)
      checkRevision(ifBaseRevisionId, baseId)
      const base = read(baseId) ?? missing(baseId)
      const _system = {base: {id: baseId, rev: base._rev}}
      return void apply({create: {...ownContent(base), _id: versionId, _system}})
    }
    case 'sanity.action.document.version.replace': {
      const {document} = action
      requireVersionOf(publishedIdOf(document._id), document._id)
      const current = read(document._id) ?? missing(document._id)
      const _system = current['_system']
      const content = {...ownContent(document), ...(_system !== undefined && {_system})}
      return void apply({createOrReplace: content})
    }
    case 'sanity.action.document.version.unpublish': {
      const {versionId, publishedId} = action
      requireVersionOf(publishedId, versionId)
      const published = read(publishedId) ?? missing(publishedId)
      if (!read(versionId)) apply({create: {...ownContent(published), _id: versionId}})
      return void apply({
        patch: {
          id: versionId,
          setIfMissing: {_system: {}},
          set: {'_system.delete': true},
        },
      })
    }
  }
}

/** The `id` of an action must be a draft or version of the document that the action names. */
export function requireVersionOf(publishedId: string, versionId: string): void {
  if (layerOf(versionId) === 'published' || publishedIdOf(versionId) !== publishedId) {
    const description = `"${versionId}" is not a draft or version of "${publishedId}".`
    throw new Refusal('invalidIdError', description, {id: versionId}, 400)
  }
}

/** Thrown for a document that an action needs. */
export function missing(documentId: string): never {
  const description = `The document "${documentId}" does not exist.`
  throw new Refusal('documentNotFoundError', description, {id: documentId}, 404)
}

/** A version may be made as one that takes the published document away: undoing a release does. */
function deletionOf({_system}: Content): {_system?: {delete: true}} {
  const marked = typeof _system === 'object' && _system !== null && 'delete' in _system
  return marked && _system.delete === true ? {_system: {delete: true}} : {}
}

/** What belongs to the document itself: not its revision, nor what the lake noted of another version. */
function ownContent(document: Content): Content {
  const {_system, ...content} = withoutStamps(document)
  return {...content, _id: document._id, _type: document._type}
}
