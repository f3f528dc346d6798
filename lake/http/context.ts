import type {Context} from 'hono'

import type {Role, User} from '../access.ts'
import type {Dataset} from '../dataset.ts'
import type {Datasets} from '../datasets.ts'
import type {DataDirectory} from '../directory.ts'
import type {Dispatcher} from '../hooks/dispatcher.ts'
import type {Limits} from '../limits.ts'
import type {Log} from '../log.ts'
import type {Catalogue} from '../store/catalogue.ts'
import type {Turnstile} from '../turnstile.ts'

/** What the endpoints need of the lake they belong to. */
export interface LakeContext {
  projectId: string
  /** The version of the software. */
  version: string
  log: Log
  /** The dataset of this name; a 404 when there is none. */
  dataset(name: string): Dataset
  datasets: Datasets
  directory: DataDirectory
  /** Where the lake accepts connections; `undefined` while it is only a function. */
  address(): string | undefined
  catalogue: Catalogue
  hooks: Dispatcher
  studioOrigins: readonly string[]
  loginRole: Role
  streamOrigins(): readonly string[]
  /** Names and origins, beside those of this machine, under which it may be asked. */
  allowedHosts: readonly string[]
  allowedOrigins: readonly string[]
  /** Whether other machines can reach it: then everybody needs a token. */
  isExposed(): boolean
  limits: Limits
  turnstile: Turnstile
  /** Aborted when the lake closes, so that event streams end. */
  closing: AbortSignal
  listenerName: string
}

/** What a request came over; one that is made within the process came over nothing. */
export interface Connection {
  incoming?: {socket: {remoteAddress?: string | undefined; destroy(): unknown}}
}

/** What the guards in front of every endpoint settle. */
export interface Env {
  Bindings: Connection
  Variables: {user: User | null; token: string | undefined; requestId: string}
}

export type LakeRequest = Context<Env>
