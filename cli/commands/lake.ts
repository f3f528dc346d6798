import {defineCommand} from 'citty'

import {isLoopback, openLake} from '../../lake/index.ts'
import {collectEarly} from '../collectEarly.ts'
import {lakeArgs, loginArgs, parsePort, parseRole, resolveEmbedded} from '../config.ts'
import {createLog, logArgs, parseLogFormat} from '../log.ts'
import {version} from '../packageInfo.ts'
import {untilStopped} from '../signals.ts'
import {knownFlags} from '../knownFlags.ts'
import {UserError} from '../userError.ts'

const DEFAULT_PORT = 3334
/** Where Studio is served by default: the only addresses that may log in by themselves. */
const STUDIO_ORIGINS = ['http://localhost:3333', 'http://127.0.0.1:3333']

export const lake = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'lake', description: 'Run the embedded Content Lake alone'},
  args: {
    port: {
      type: 'string',
      valueHint: 'N',
      description: `Port, ${DEFAULT_PORT} by default; 0 takes a free one`,
    },
    host: {
      type: 'string',
      valueHint: 'H',
      default: '127.0.0.1',
      description: 'Address to bind to; on any but loopback every request needs a token',
    },
    'allow-host': {
      type: 'string',
      valueHint: 'NAME,…',
      description: 'Names under which clients reach it, as a proxy passes them on',
    },
    'allow-origin': {
      type: 'string',
      valueHint: 'URL,…',
      description: 'Websites whose pages may use it, such as https://preview.example.org',
    },
    ...logArgs,
    ...loginArgs,
    ...lakeArgs,
  },
  run: async ({args}) => {
    collectEarly()
    const {directory, projectId, dataset} = resolveEmbedded(args)
    const log = createLog(parseLogFormat(args.log))
    const stopped = untilStopped()
    const lake = openLake({
      directory,
      projectId,
      datasets: [dataset],
      studioOrigins: STUDIO_ORIGINS,
      loginRole: parseRole(args.login, '--login'),
      allowedHosts: listOf(args['allow-host']),
      allowedOrigins: parseOrigins(args['allow-origin']),
      version,
      log,
    })
    try {
      const port = parsePort(args.port, '--port') ?? DEFAULT_PORT
      const {url} = await lake.listen({host: args.host, port})
      if (!isLoopback(args.host)) {
        console.error(
          `Warning: ${args.host} can be reached from other machines. Every request needs a token, and nothing is encrypted: put a proxy with TLS in front (docs/operations.md).`,
        )
      }
      console.log(
        `Content Lake listening on ${url} (dataset ${dataset}, ${lake.count(dataset)} documents)`,
      )
      await stopped
    } finally {
      await lake.close()
    }
  },
})

function listOf(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap((item) => item.trim() || [])
}

function parseOrigins(value: string | undefined): string[] {
  return listOf(value).map((item) => {
    if (URL.canParse(item) && /^https?:/.test(item)) return new URL(item).origin
    throw new UserError(
      `--allow-origin takes addresses such as https://example.org, not "${item}".`,
    )
  })
}
