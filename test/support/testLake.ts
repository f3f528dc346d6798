import {createClient, type SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'

import {openLake, type Lake, type LakeOptions} from '../../lake/index.ts'

/** A lake on a free port, with a client for each kind of caller. */
export interface TestLake {
  lake: Lake
  url: string
  administrator: SanityClient
  anonymous: SanityClient
}

/** Opens a lake for one test, in memory unless a directory is named, and closes it afterwards. */
export async function testLake(options: Partial<LakeOptions> = {}): Promise<TestLake> {
  const lake = openLake({projectId: 'storygraph', datasets: ['production'], ...options})
  onTestFinished(() => lake.close())
  const {url} = await lake.listen()
  const administrator = clientFor(url, lake.token)
  return {lake, url, administrator, anonymous: clientFor(url)}
}

/** The ordinary client, pointed at a lake on this machine. */
export function clientFor(url: string, token?: string, dataset = 'production'): SanityClient {
  return createClient({
    projectId: 'storygraph',
    dataset,
    apiHost: url,
    apiVersion: '2025-02-19',
    useProjectHostname: false,
    useCdn: false,
    ...(token !== undefined && {token}),
  })
}
