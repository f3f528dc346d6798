import {readFile} from 'node:fs/promises'
import path from 'node:path'

import {createAdaptorServer} from '@hono/node-server'
import {serveStatic} from '@hono/node-server/serve-static'
import {type Context, Hono} from 'hono'
import {secureHeaders} from 'hono/secure-headers'

import {closeServer, listen} from '../lake/index.ts'

/** A Studio build being served. */
export interface StudioServer {
  url: string
  port: number
  close(): Promise<void>
}

/**
 * Serves a Studio build on loopback; requests wait for a build that is not ready yet. Each page
 * carries the address of the lake it belongs to, so that one build serves any port. Throws
 * `PortTakenError`.
 */
export async function serveStudio(options: {
  directory: string | Promise<string>
  /** Asked when a page is served: the lake may be opened after Studio's port is known. */
  lakeUrl: () => string
  dataset: string
  /** 0 takes a free one. */
  port: number
}): Promise<StudioServer> {
  const app = Promise.resolve(options.directory).then((directory) => createApp(directory, options))
  // Whoever waits for the build hears of its failure.
  app.catch(() => {})
  const fetch = async (request: Request): Promise<Response> => (await app).fetch(request)

  const server = createAdaptorServer({fetch})
  const {port} = await listen(server, '127.0.0.1', options.port)
  return {url: `http://localhost:${port}`, port, close: () => closeServer(server)}
}

async function createApp(
  directory: string,
  {lakeUrl, dataset}: {lakeUrl: () => string; dataset: string},
): Promise<Hono> {
  const page = await readFile(path.join(directory, 'index.html'), 'utf8')
  const app = new Hono()
  app.use(secureHeaders({crossOriginResourcePolicy: false}))
  for (const folder of ['/static/*', '/vendor/*']) {
    app.get(folder, serveStatic({root: directory, onFound: keep}), (context) => context.notFound())
  }
  app.get('*', (context) => {
    const names = `<meta name="storygraph-lake" content="${lakeUrl()}"><meta name="storygraph-dataset" content="${dataset}">`
    return context.html(page.replace('<head>', `<head>${names}`))
  })
  return app
}

/** A script or style sheet carries the hash of its content in its name: it never changes. */
function keep(file: string, context: Context): void {
  if (!/-[\w-]{8}\.(?:js|css)$/.test(file)) return
  context.header('Cache-Control', 'public, max-age=31536000, immutable')
}
