import path from 'node:path'

import {z} from 'zod'

import {UserError} from './userError.ts'

/** The Content Lake a command works on. */
export type Target =
  | {kind: 'embedded'; directory: string; projectId: string; dataset: string}
  | {
      kind: 'remote'
      apiHost: string | undefined
      projectId: string
      dataset: string
      token: string | undefined
    }

/** The project and dataset of the embedded lake; the names stand in Studio's configuration too. */
export const EMBEDDED_PROJECT = 'storygraph'
export const DEFAULT_DATASET = 'production'

const datasetName = z.string().regex(/^[a-z0-9][-\w]{0,63}$/, 'a dataset name such as "production"')

const environment = z.object({
  SANITY_STUDIO_PROJECT_ID: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'letters a–z, digits and dashes only')
    .optional(),
  SANITY_STUDIO_DATASET: datasetName.optional(),
  SANITY_STUDIO_API_HOST: z.url('a URL such as http://127.0.0.1:3334').optional(),
  SANITY_API_TOKEN: z.string().min(1, 'a token').optional(),
})

/** Flags that commands touching the embedded lake share. */
export const lakeArgs = {
  data: {
    type: 'string',
    valueHint: 'DIR',
    default: '.lake',
    description: 'Where the embedded Content Lake keeps its files',
  },
  dataset: {
    type: 'string',
    valueHint: 'NAME',
    description: `Dataset, "${DEFAULT_DATASET}" unless SANITY_STUDIO_DATASET says otherwise`,
  },
} as const

/**
 * Decides where a command works: the hosted Content Lake when `SANITY_STUDIO_PROJECT_ID` is set, a
 * lake elsewhere when `SANITY_STUDIO_API_HOST` is, else the embedded one. Errors name the variable.
 */
export function resolveTarget(
  args: {data: string; dataset?: string | undefined},
  variables: NodeJS.ProcessEnv = process.env,
): Target {
  const parsed = environment.safeParse(emptyAsUnset(variables))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({path: [name], message}) => `${String(name)}: expected ${message}`,
    )
    throw new UserError(`The environment is not usable: ${problems.join('; ')}.`)
  }
  const {
    SANITY_STUDIO_PROJECT_ID: projectId,
    SANITY_STUDIO_API_HOST: apiHost,
    SANITY_API_TOKEN: token,
  } = parsed.data
  if (args.dataset !== undefined && !datasetName.safeParse(args.dataset).success) {
    throw new UserError(`--dataset takes a name such as "production", not "${args.dataset}".`)
  }
  const dataset = args.dataset ?? parsed.data.SANITY_STUDIO_DATASET ?? DEFAULT_DATASET
  if (projectId !== undefined || apiHost !== undefined) {
    return {kind: 'remote', apiHost, projectId: projectId ?? EMBEDDED_PROJECT, dataset, token}
  }
  const directory = path.resolve(args.data)
  return {kind: 'embedded', directory, projectId: EMBEDDED_PROJECT, dataset}
}

/**
 * The same for commands that look after the embedded lake's own files; a `UserError` when the
 * environment names another lake.
 */
export function resolveEmbedded(args: {
  data: string
  dataset?: string | undefined
}): Extract<Target, {kind: 'embedded'}> {
  const target = resolveTarget(args)
  if (target.kind === 'embedded') return target
  throw new UserError(
    'SANITY_STUDIO_PROJECT_ID or SANITY_STUDIO_API_HOST names another lake: unset it to work on the embedded one.',
  )
}

/** The flag of commands that let Studio log in. */
export const loginArgs = {
  login: {
    type: 'string',
    valueHint: 'viewer|editor|administrator',
    default: 'administrator',
    description: 'What whoever opens Studio on this machine may do',
  },
} as const

const roleName = z.enum(['viewer', 'editor', 'administrator'])

/** Reads a flag that names a role. */
export function parseRole(value: string, flag: string): z.infer<typeof roleName> {
  const parsed = roleName.safeParse(value)
  if (parsed.success) return parsed.data
  throw new UserError(`${flag} takes viewer, editor or administrator, not "${value}".`)
}

/** Reads a port flag; `undefined` when it was not given. */
export function parsePort(value: string | undefined, flag: string): number | undefined {
  if (value === undefined) return undefined
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65_535) {
    throw new UserError(`${flag} takes a port from 0 to 65535, not "${value}".`)
  }
  return port
}

function emptyAsUnset(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
}
