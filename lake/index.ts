import {randomBytes} from 'node:crypto'

import type {Role} from './access.ts'
import type {Dataset} from './dataset.ts'
import {openDatasets, type Datasets} from './datasets.ts'
import {DirectoryError, openDirectory, openMemory} from './directory.ts'
import type {LakeContext} from './http/context.ts'
import {answerDirectly} from './http/direct.ts'
import {createDispatcher, RETRY_AFTER, type HookSource} from './hooks/dispatcher.ts'
import {defaultLimits, type Limits} from './limits.ts'
import {isLoopback, type Address} from './listen.ts'
import {failuresOnly, type Log} from './log.ts'
import {once} from './once.ts'
import {serve} from './server.ts'
import {storageTroubleOf} from './storageTrouble.ts'
import {createTurnstile} from './turnstile.ts'

export {DirectoryError, readLock, type Lock} from './directory.ts'
export {examineDirectory, type Examination} from './doctor.ts'
export {explainQuery, stepText} from './query/explain.ts'
export type {Role} from './access.ts'
export {storageTroubleOf} from './storageTrouble.ts'
export type {Log, LogEntry} from './log.ts'
export {closeServer, isLoopback, listen, PortTakenError, type Address} from './listen.ts'

/** How a lake is opened. */
export interface LakeOptions {
  /** Where its files lie; left out, everything stays in memory. */
  directory?: string
  projectId: string
  /** Datasets that exist from the start, beside those found in the directory. */
  datasets: readonly string[]
  /** Origins, such as `http://localhost:3333`, whose Studio may log in without being asked. */
  studioOrigins?: readonly string[]
  /** What somebody who logs in from there may do. */
  loginRole?: Role
  /** Names under which the lake may be asked, beside those of this machine: what stands in `Host`. */
  allowedHosts?: readonly string[]
  /** Origins whose pages may use it, beside those of this machine; they need a token as others do. */
  allowedOrigins?: readonly string[]
  limits?: Partial<Limits>
  /** The version of the software, told by `/healthz`. */
  version?: string
  /** The clock by which it stamps and schedules, in milliseconds; left out, the system's. */
  now?: () => number
  /** Takes what the lake has to tell whoever looks after it; left out, its failures go to stderr. */
  log?: Log
  /** How long webhooks wait before each further attempt, in milliseconds; about half an hour in all. */
  retryHooksAfter?: readonly number[]
  /** How long a query may take before it is stopped, in milliseconds; 10 seconds when left out. */
  queryTimeLimit?: number
}

/** An open Content Lake: a function from request to response, which can also listen on a port. */
export interface Lake {
  /** The HTTP API as a function. */
  fetch: (request: Request) => Promise<Response>
  /** What the HTTP API answers, as `GET /data/query/:dataset`. */
  endpoints(): Promise<readonly string[]>
  /** The administrator's token. */
  token: string
  /** How many documents a dataset holds, drafts included. */
  count(dataset: string): number
  /**
   * Accepts connections; port 0 takes a free one. Throws `PortTakenError`. On another host than
   * loopback nobody is answered without a token.
   */
  listen(address?: {host?: string; port?: number}): Promise<Address>
  /**
   * Stops: streams end, so that those who listen come back to the next process, requests under way are
   * answered, later ones refused for now, and all that waits is on disk. Does nothing when that was done.
   */
  close(): Promise<void>
}

/** How long after it listens a lake loads what is not needed for queries. */
const LOAD_AFTER_MS = 2_000

/** Opens a Content Lake; throws `DirectoryError` when its data directory cannot be used. */
export function openLake(options: LakeOptions): Lake {
  const {
    projectId,
    studioOrigins = [],
    loginRole = 'administrator',
    allowedHosts = [],
    allowedOrigins = [],
    version = 'unknown',
    log = failuresOnly,
    now = Date.now,
  } = options
  const limits = {...defaultLimits, ...options.limits}
  const turnstile = createTurnstile(limits)
  const directory =
    options.directory === undefined ? openMemory() : openDirectory(options.directory)
  const hooks = createDispatcher({
    store: directory.catalogue.hooks,
    queue: directory.catalogue.hookQueue,
    retryAfter: options.retryHooksAfter ?? RETRY_AFTER,
    log,
  })
  const sourceOf = ({name, find, feed}: Dataset): HookSource => ({
    projectId,
    dataset: name,
    find,
    position: () => feed.position(),
    since: (position) => feed.since(position),
  })
  let datasets: Datasets
  try {
    datasets = openDatasets({
      directory,
      projectId,
      required: options.datasets,
      queryTimeLimit: options.queryTimeLimit,
      now,
      log,
      onOpen: (dataset) => hooks.open(sourceOf(dataset)),
      onTransaction: (dataset, transaction) => hooks.dispatch(transaction, sourceOf(dataset)),
    })
  } catch (error) {
    directory.close()
    const trouble = storageTroubleOf(error)
    if (!trouble || error instanceof DirectoryError) throw error
    throw new DirectoryError(trouble.describe(directory.place), {cause: error})
  }

  hooks.start()

  const closing = new AbortController()
  let streamOrigins: readonly string[] = []
  let isExposed = false
  let server: Awaited<ReturnType<typeof serve>> | undefined
  const context: LakeContext = {
    projectId,
    version,
    log,
    dataset: (name) => datasets.get(name),
    datasets,
    directory,
    hooks,
    catalogue: directory.catalogue,
    studioOrigins,
    loginRole,
    allowedHosts: [...allowedHosts],
    allowedOrigins,
    isExposed: () => isExposed,
    limits,
    turnstile,
    address: () => server?.address.url,
    streamOrigins: () => streamOrigins,
    closing: closing.signal,
    listenerName: randomBytes(8).toString('hex'),
  }
  // Queries are answered without any of it, so it is not what a start waits for.
  const app = once(async () => {
    const [{createApp, endpointsOf}, {getRequestListener}] = await Promise.all([
      import('./http/app.ts'),
      import('@hono/node-server'),
    ])
    const made = createApp(context)
    return {
      fetch: made.fetch,
      endpoints: endpointsOf(made),
      listener: once(() => getRequestListener(made.fetch)),
    }
  })
  const fetch = async (request: Request): Promise<Response> => (await app()).fetch(request, {})
  const sockets = once(async () => {
    const {createSockets} = await import('./sockets.ts')
    const userOf = (token: string) =>
      closing.signal.aborted ? null : directory.catalogue.tokens.userOf(token)
    return createSockets({fetch, userOf, turnstile, limits})
  })
  let loading: NodeJS.Timeout | undefined

  return {
    fetch,
    endpoints: async () => (await app()).endpoints,
    token: directory.token,
    count: (name) => datasets.get(name).count(),
    listen: async (address) => {
      isExposed = address?.host !== undefined && !isLoopback(address.host)
      server = await serve(
        {
          direct: answerDirectly(context),
          other: async (incoming, outgoing) => (await app()).listener()(incoming, outgoing),
          sockets,
        },
        {idle: limits.idle, ...address},
      )
      // Whoever replaces the package does not change a lake that runs.
      loading = setTimeout(() => void Promise.all([app(), sockets()]), LOAD_AFTER_MS).unref()
      streamOrigins = server.streamOrigins
      for (const {name} of datasets.list()) datasets.get(name).moveAssets(server.address.url)
      directory.announce(server.address.url)
      log({level: 'info', event: 'listening', url: server.address.url, version})
      return server.address
    },
    close: async () => {
      if (closing.signal.aborted) return
      if (server) log({level: 'info', event: 'stopping'})
      closing.abort()
      clearTimeout(loading)
      await server?.close()
      await hooks.close()
      datasets.close()
      directory.close()
      if (server) log({level: 'info', event: 'stopped'})
    },
  }
}
