import {spawn} from 'node:child_process'

import {defineCommand} from 'citty'

import {openLake, PortTakenError, type Lake} from '../../lake/index.ts'
import {buildStudio, requireStudio} from '../buildStudio.ts'
import {lakeArgs, loginArgs, parsePort, parseRole, resolveEmbedded} from '../config.ts'
import {knownFlags} from '../knownFlags.ts'
import {createLog} from '../log.ts'
import {version} from '../packageInfo.ts'
import {untilStopped} from '../signals.ts'
import {serveStudio, type StudioServer} from '../studioServer.ts'

const STUDIO_PORT = 3333
const LAKE_PORT = 3334
/** How many ports after the usual one are tried when none was asked for. */
const FURTHER_PORTS = 20

export const start = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'start',
    description:
      'Start the embedded Content Lake and Sanity Studio; the first start seeds the story',
  },
  args: {
    port: {type: 'string', valueHint: 'N', description: `Studio's port, ${STUDIO_PORT} by default`},
    'lake-port': {
      type: 'string',
      valueHint: 'N',
      description: `The lake's port, ${LAKE_PORT} by default`,
    },
    open: {type: 'boolean', default: false, description: 'Open Studio in the browser'},
    ...loginArgs,
    ...lakeArgs,
  },
  run: async ({args}) => {
    requireStudio()
    const loginRole = parseRole(args.login, '--login')
    const {directory, projectId, dataset} = resolveEmbedded(args)
    const ports = {
      studio: parsePort(args.port, '--port'),
      lake: parsePort(args['lake-port'], '--lake-port'),
    }
    const stop = new AbortController()
    const stopped = untilStopped().then(() => stop.abort())
    const built = buildStudio({
      onBuild: () => console.log('Building Sanity Studio, once: this takes about a minute …'),
      signal: stop.signal,
    })

    let lakeUrl = ''
    let studio: StudioServer | undefined
    let lake: Lake | undefined
    try {
      const served = await withFreePort(ports.studio, STUDIO_PORT, (port) =>
        serveStudio({directory: built, lakeUrl: () => lakeUrl, dataset, port}),
      )
      studio = served
      const opened = openLake({
        directory,
        projectId,
        datasets: [dataset],
        studioOrigins: [served.url, `http://127.0.0.1:${served.port}`],
        loginRole,
        version,
        log: createLog('text', {quiet: true}),
      })
      lake = opened
      const address = await withFreePort(ports.lake, LAKE_PORT, (port) => opened.listen({port}))
      lakeUrl = address.url
      if (opened.count(dataset) === 0) {
        console.log(await seedFirst({projectId, dataset}, lakeUrl, opened.token))
      }
      await built
      console.log(welcome(served.url, lakeUrl, dataset, opened.count(dataset)))
      if (args.open) openBrowser(served.url)
      await stopped
    } catch (error) {
      if (!stop.signal.aborted) throw error
    } finally {
      stop.abort()
      await built.catch(() => {})
      await studio?.close()
      await lake?.close()
    }
  },
})

/** Seeds the bundled story and says what came of it; only a first start has to load what that takes. */
async function seedFirst(
  target: {projectId: string; dataset: string},
  apiHost: string,
  token: string,
): Promise<string> {
  const {describeReport, readStory, seedStory} = await import('../seedStory.ts')
  const {lakeClient} = await import('../connect.ts')
  const client = lakeClient(target, apiHost, token)
  return describeReport(await seedStory(client, await readStory()))
}

/** With no port asked for, a taken one leads to the next, said out loud. */
async function withFreePort<T>(
  wanted: number | undefined,
  usual: number,
  serve: (port: number) => Promise<T>,
): Promise<T> {
  if (wanted !== undefined) return serve(wanted)
  for (let port = usual; ; port++) {
    try {
      return await serve(port)
    } catch (error) {
      if (!(error instanceof PortTakenError) || port === usual + FURTHER_PORTS) throw error
      console.log(`Port ${port} is taken, trying ${port + 1}.`)
    }
  }
}

function welcome(studioUrl: string, lakeUrl: string, dataset: string, documents: number): string {
  return `
Sanity Studio   ${studioUrl}
Content Lake    ${lakeUrl} (dataset ${dataset}, ${documents} documents)

Open Studio, choose Stories and change the headline; publish it, then read it back:
  npm run --silent query -- stories
Ctrl-C stops both.`
}

function openBrowser(url: string): void {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open'
  spawn(command, [url], {stdio: 'ignore', detached: true})
    .on('error', () => console.log(`No browser could be opened: go to ${url}`))
    .unref()
}
