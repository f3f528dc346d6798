import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'

import {createClient, type SanityClient} from '@sanity/client'

import {DirectoryError, openLake} from '../lake/index.ts'
import type {Target} from './config.ts'

/** A client on the Content Lake that a command works on. */
export interface Connection {
  client: SanityClient
  /** Where that is, for messages. */
  where: string
  close(): Promise<void>
}

const API_VERSION = '2025-02-19'

/**
 * Connects to a target. The embedded lake is opened here unless a server has it already; then the
 * work goes through that server. `readOnly` keeps a lake that does not exist yet in memory.
 */
export async function connect(target: Target, {readOnly = false} = {}): Promise<Connection> {
  const {projectId, dataset} = target
  if (target.kind === 'remote') {
    const {apiHost, token} = target
    const client =
      apiHost === undefined
        ? createClient({
            projectId,
            dataset,
            apiVersion: API_VERSION,
            useCdn: false,
            ...(token !== undefined && {token}),
          })
        : lakeClient(target, apiHost, token)
    const where = `project ${projectId}, dataset ${dataset}${apiHost ? ` at ${apiHost}` : ''}`
    return {client, where, close: async () => {}}
  }

  const {directory} = target
  const where = `${directory}, dataset ${dataset}`
  try {
    const isNew = !existsSync(path.join(directory, 'lake.db'))
    const lake = openLake({
      projectId,
      datasets: [dataset],
      ...(readOnly && isNew ? {} : {directory}),
    })
    const {url} = await lake.listen()
    return {client: lakeClient(target, url, lake.token), where, close: () => lake.close()}
  } catch (error) {
    if (!(error instanceof DirectoryError) || error.lock?.url === undefined) throw error
    const {url} = error.lock
    const token = readFileSync(path.join(directory, 'token'), 'utf8').trim()
    const client = lakeClient(target, url, token)
    return {client, where: `${where}, through ${url}`, close: async () => {}}
  }
}

/** A client for a lake that is not the hosted one: no project name stands before its host. */
export function lakeClient(
  {projectId, dataset}: {projectId: string; dataset: string},
  apiHost: string,
  token: string | undefined,
): SanityClient {
  return createClient({
    projectId,
    dataset,
    apiHost,
    apiVersion: API_VERSION,
    useCdn: false,
    useProjectHostname: false,
    ...(token !== undefined && {token}),
  })
}
