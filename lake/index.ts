import {randomBytes} from 'node:crypto'

import type {Role} from './access.ts'
import {createDataset, type Dataset} from './dataset.ts'
import {openDirectory, openMemory} from './directory.ts'
import {httpError} from './errors.ts'
import {createApp, endpointsOf} from './http/app.ts'
import type {Address} from './listen.ts'
import {createPresenceRoom, type PresenceConnection, type PresenceRoom} from './presence.ts'
import {serve} from './server.ts'
import {createSockets} from './sockets.ts'

export {DirectoryError, readLock, type Lock} from './directory.ts'
export type {Role} from './access.ts'
export {closeServer, listen, PortTakenError, type Address} from './listen.ts'

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
}

/** An open Content Lake: a function from request to response, which can also listen on a port. */
export interface Lake {
  /** The HTTP API as a function. */
  fetch: (request: Request) => Promise<Response>
  /** What the HTTP API answers, as `GET /data/query/:dataset`. */
  endpoints: readonly string[]
  /** The administrator's token. */
  token: string
  /** How many documents a dataset holds, drafts included. */
  count(dataset: string): number
  /** Accepts connections; port 0 takes a free one. Throws `PortTakenError`. */
  listen(address?: {host?: string; port?: number}): Promise<Address>
  /** Ends streams, closes sockets and files. */
  close(): Promise<void>
}

const DATASET_NAME = /^[a-z0-9][-\w]{0,63}$/

/** Opens a Content Lake; throws `DirectoryError` when its data directory cannot be used. */
export function openLake(options: LakeOptions): Lake {
  const {projectId, studioOrigins = [], loginRole = 'administrator'} = options
  const directory =
    options.directory === undefined ? openMemory() : openDirectory(options.directory)
  const datasets = new Map<string, Dataset>()
  try {
    for (const name of new Set([...directory.datasetNames(), ...options.datasets])) {
      if (!DATASET_NAME.test(name)) {
        throw httpError(400, `"${name}" cannot be a dataset's name: use a–z, 0–9, - and _.`)
      }
      const [store, files] = [directory.openDataset(name), directory.openAssets(name)]
      datasets.set(name, createDataset(name, projectId, store, files))
    }
  } catch (error) {
    closeFiles()
    throw error
  }

  function closeFiles(): void {
    for (const open of datasets.values()) open.close()
    directory.close()
  }

  function dataset(name: string): Dataset {
    const found = datasets.get(name)
    if (found) return found
    throw httpError(404, `Dataset "${name}" not found for project ID "${projectId}".`)
  }

  const rooms = new Map<string, PresenceRoom>()
  function enterRoom(name: string, send: (message: string) => void): PresenceConnection {
    const userOf = (token: string) => directory.catalogue.userOf(token)
    const room = rooms.get(name) ?? createPresenceRoom(userOf)
    rooms.set(name, room)
    return room.connect(send)
  }

  const closing = new AbortController()
  let streamOrigins: readonly string[] = []
  let server: Awaited<ReturnType<typeof serve>> | undefined
  const app = createApp({
    projectId,
    dataset,
    datasetNames: () => [...datasets.keys()],
    catalogue: directory.catalogue,
    studioOrigins,
    loginRole,
    address: () => server?.address.url,
    streamOrigins: () => streamOrigins,
    closing: closing.signal,
    listenerName: randomBytes(8).toString('hex'),
  })
  const fetch = async (request: Request): Promise<Response> => app.fetch(request)

  return {
    fetch,
    endpoints: endpointsOf(app),
    token: directory.token,
    count: (name) => dataset(name).count(),
    listen: async (address) => {
      server = await serve(fetch, createSockets(fetch, enterRoom), address)
      streamOrigins = server.streamOrigins
      for (const open of datasets.values()) open.moveAssets(server.address.url)
      directory.announce(server.address.url)
      return server.address
    },
    close: async () => {
      closing.abort()
      await server?.close()
      closeFiles()
    },
  }
}
