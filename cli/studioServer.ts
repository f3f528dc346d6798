import {readFile} from 'node:fs/promises'
import path from 'node:path'

import {serve, type ServerType} from '@hono/node-server'
import {serveStatic} from '@hono/node-server/serve-static'
import {Hono} from 'hono'
import {secureHeaders} from 'hono/secure-headers'

import {PortTakenError} from '../lake/index.ts'

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

  return new Promise((resolve, reject) => {
    const server = serve({fetch, port: options.port, hostname: '127.0.0.1'}, ({port}) =>
      resolve({url: `http://localhost:${port}`, port, close: () => closeServer(server)}),
    )
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(options.port, '127.0.0.1') : error)
    })
  })
}

async function createApp(
  directory: string,
  {lakeUrl, dataset}: {lakeUrl: () => string; dataset: string},
): Promise<Hono> {
  const page = await readFile(path.join(directory, 'index.html'), 'utf8')
  const app = new Hono()
  app.use(secureHeaders({crossOriginResourcePolicy: false}))
  for (const folder of ['/static/*', '/vendor/*']) {
    app.get(folder, serveStatic({root: directory}), (context) => context.notFound())
  }
  app.get('*', (context) => {
    const names = `<meta name="storygraph-lake" content="${lakeUrl()}"><meta name="storygraph-dataset" content="${dataset}">`
    return context.html(page.replace('<head>', `<head>${names}`))
  })
  return app
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
