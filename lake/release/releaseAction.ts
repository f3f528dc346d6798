import {z} from 'zod'

import {patchOperations} from '../mutation.ts'

const name = z.string().regex(/^[A-Za-z0-9][\w-]{0,63}$/, 'is not the name of a release')
const moment = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)), 'is not a date and time')
  .transform((value) => new Date(value).toISOString())
const only = {releaseId: name}

/** What an editor says of a release. */
export const releaseMetadata = z.looseObject({
  title: z.string().exactOptional(),
  description: z.string().exactOptional(),
  releaseType: z.enum(['asap', 'scheduled', 'undecided']).default('undecided'),
  intendedPublishAt: z.string().exactOptional(),
  cardinality: z.enum(['many', 'one']).exactOptional(),
})

const imported = z.looseObject({
  _type: z.literal('system.release'),
  state: z.string().exactOptional(),
  metadata: releaseMetadata.exactOptional(),
})

/** The actions on releases; `releaseId` is the release’s name, without `_.releases.`. */
export const releaseAction = z.discriminatedUnion('actionType', [
  z.looseObject({
    actionType: z.literal('sanity.action.release.create'),
    ...only,
    metadata: releaseMetadata.default({releaseType: 'undecided'}),
  }),
  z.looseObject({
    actionType: z.literal('sanity.action.release.edit'),
    ...only,
    patch: patchOperations,
  }),
  z.looseObject({actionType: z.literal('sanity.action.release.publish'), ...only}),
  z.looseObject({
    actionType: z.literal('sanity.action.release.schedule'),
    ...only,
    publishAt: moment,
  }),
  z.looseObject({actionType: z.literal('sanity.action.release.unschedule'), ...only}),
  z.looseObject({actionType: z.literal('sanity.action.release.archive'), ...only}),
  z.looseObject({actionType: z.literal('sanity.action.release.unarchive'), ...only}),
  z.looseObject({actionType: z.literal('sanity.action.release.delete'), ...only}),
  z.looseObject({
    actionType: z.literal('sanity.action.release.import'),
    ...only,
    attributes: imported.exactOptional(),
    document: imported.exactOptional(),
    ifExists: z.enum(['fail', 'ignore', 'replace']).default('fail'),
  }),
])
export type ReleaseAction = z.infer<typeof releaseAction>
