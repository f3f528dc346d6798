import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import type {WorkspaceOptions} from 'sanity'

import {lakeFetch} from './lakeFetch.ts'
import {guardedRequests} from './scheduling/guardedRequests.ts'

/** Where `npm start` serves the lake when nothing else is asked for. */
const DEFAULT_API_HOST = 'http://127.0.0.1:3334'
const DEFAULT_DATASET = 'production'
const PROJECT = 'storygraph'

/** Where the embedded Content Lake answers. */
export interface EmbeddedLakeOptions {
  /** Left out: what the page names, then `SANITY_STUDIO_API_HOST`, then this machine's usual port. */
  apiHost?: string
  /** Left out: what the page names, then `SANITY_STUDIO_DATASET`, then `production`. */
  dataset?: string
}

type LakeWorkspace = Required<Pick<WorkspaceOptions, Connection | HostedFeature>>

type Connection = 'apiHost' | 'auth' | 'dataset' | 'projectId' | 'unstable_clientFactory'

/** What only the hosted service offers, and an editor should therefore not see a button for. */
type HostedFeature = 'announcements' | 'apps' | 'scheduledPublishing' | 'tasks'

/**
 * Points a workspace at an embedded Content Lake, to be spread into `defineConfig`. Studio then
 * logs in there without asking, and opens its event streams on ports of their own.
 *
 * These are options of the workspace, not of a plugin, because Studio needs them before it loads
 * any plugin.
 */
export function embeddedLake({
  apiHost = namedByPage('lake') || process.env.SANITY_STUDIO_API_HOST || DEFAULT_API_HOST,
  dataset = namedByPage('dataset') || process.env.SANITY_STUDIO_DATASET || DEFAULT_DATASET,
}: EmbeddedLakeOptions = {}): LakeWorkspace {
  const url = withName(apiHost.replace(/\/+$/, ''))
  const login = `${url}/v1/auth/login/embedded`
  const fetch = lakeFetch(url)
  return {
    projectId: PROJECT,
    dataset,
    apiHost: url,
    auth: {
      loginMethod: 'token',
      redirectOnSingle: true,
      providers: [{name: 'embedded', title: 'Embedded Content Lake', url: login}],
    },
    // A project's name in front of the host would have to resolve, and not every system does.
    unstable_clientFactory: (config: ClientConfig): SanityClient =>
      createClient({
        ...config,
        useProjectHostname: false,
        resolveFetch: () => fetch,
        requestHandler: guardedRequests,
      }),
    announcements: {enabled: false},
    apps: {canvas: {enabled: false}},
    scheduledPublishing: {enabled: false},
    tasks: {enabled: new URL(url).hostname === 'localhost'},
  }
}

/**
 * The form of a task is a workspace inside the workspace, whose client nobody can configure: it puts
 * the project's name in front of the host. A browser resolves `storygraph.localhost`, and no name in
 * front of a number.
 */
function withName(apiHost: string): string {
  return apiHost.replace('://127.0.0.1', '://localhost')
}

/**
 * Studio is built once, while the lake's port and dataset may be others at every start: so the page
 * that is served names them, as `<meta name="storygraph-lake" content="http://127.0.0.1:3334">`.
 */
function namedByPage(part: 'dataset' | 'lake'): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLMetaElement>(`meta[name="storygraph-${part}"]`)?.content
}
