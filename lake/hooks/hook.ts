import {z} from 'zod'

/** What may have happened to a document, as hooks are asked to look out for it. */
export const hookEvent = z.enum(['create', 'update', 'delete'])

/** The settings of a webhook, as the hosted service names them. */
export const hookSettings = z.object({
  name: z.string().min(1),
  description: z.string().nullable().default(null),
  type: z.literal('document').default('document'),
  url: z.url({protocol: /^https?$/, error: 'is not an http or https address'}),
  /** A dataset, or all of them. */
  dataset: z.string().min(1),
  apiVersion: z
    .string()
    .regex(/^v(?:X|\d{4}-\d{2}-\d{2})$/, 'is not an API version')
    .default('v2021-03-25'),
  httpMethod: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
  headers: z.record(z.string(), z.string()).default({}),
  secret: z.string().nullable().default(null),
  includeDrafts: z.boolean().default(false),
  includeAllVersions: z.boolean().default(false),
  isDisabled: z.boolean().default(false),
  rule: z.object({
    on: z.array(hookEvent).min(1),
    /** The inside of `*[…]`; every document when left out. */
    filter: z.string().nullable().default(null),
    /** `{…}` or any expression; the whole document when left out. */
    projection: z.string().nullable().default(null),
  }),
})
export type HookSettings = z.infer<typeof hookSettings>

/** A webhook. */
export const hook = hookSettings.extend({
  id: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Hook = z.infer<typeof hook>

/** One attempt to deliver a message. What was sent is not kept: it may have to be forgotten. */
export interface Attempt {
  id: string
  hookId: string
  /** The same for all attempts to deliver one message. */
  messageId: string
  createdAt: string
  isFailure: boolean
  /** Why nothing came back; `http` when an answer did, which says that it failed. */
  failureReason: 'http' | 'network' | 'timeout' | null
  resultCode: number | null
  /** The beginning of the answer. */
  resultBody: string | null
}
