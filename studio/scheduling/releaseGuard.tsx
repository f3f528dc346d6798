import {
  type ClientConfig,
  createClient,
  type SanityClient,
  type SanityDocument,
} from '@sanity/client'
import {useEffect} from 'react'
import {
  definePlugin,
  type LayoutProps,
  useWorkspace,
  validateDocument,
  type Workspace,
} from 'sanity'

import {API_VERSION} from '../apiVersion.ts'
import {enforce, guardedRequests} from './guardedRequests.ts'

/**
 * Stops a release, or a scheduled draft, with an error in one of its documents before it is scheduled
 * or published, by whichever of Studio’s buttons. Studio itself checks the documents of a release,
 * but a scheduled draft only before its first schedule: taken off it and edited, it could go out
 * with a suggestion left or before its embargo ends. Works on clients that send their requests
 * through `guardedRequests`, as those of `embeddedLake` and `guardedClient` do.
 */
export const releaseGuard = definePlugin({
  name: 'storygraph/release-guard',
  studio: {components: {layout: GuardedLayout}},
})

/** `unstable_clientFactory` for a workspace on the hosted Content Lake. */
export function guardedClient(config: ClientConfig): SanityClient {
  return createClient({...config, requestHandler: guardedRequests})
}

function GuardedLayout(props: LayoutProps) {
  const workspace = useWorkspace()
  useEffect(() => enforce((names) => problemsOf(workspace, names)), [workspace])
  return props.renderDefault(props)
}

async function problemsOf(current: Workspace, names: readonly string[]): Promise<string[]> {
  const client = current.getClient({apiVersion: API_VERSION})
  const found = await Promise.all(
    names.map(async (name) => {
      const query = '*[sanity::partOfRelease($name) && _system.delete != true]'
      const documents = await client.fetch<SanityDocument[]>(query, {name}, {perspective: 'raw'})
      return Promise.all(documents.map((document) => errorsIn(document, current)))
    }),
  )
  return [...new Set(found.flat(2))]
}

async function errorsIn(document: SanityDocument, current: Workspace): Promise<string[]> {
  const markers = await validateDocument({
    document,
    workspace: current,
    environment: 'studio',
    // Whether the documents it refers to exist is for the lake to say, which knows the whole release.
    getDocumentExists: async () => true,
  })
  return markers.flatMap(({level, message}) => (level === 'error' ? [message] : []))
}
