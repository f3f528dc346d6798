import {defineCommand} from 'citty'

import {openLake} from '../../lake/index.ts'
import {lakeArgs, parsePort, resolveEmbedded} from '../config.ts'
import {createLog, logArgs, parseLogFormat} from '../log.ts'
import {version} from '../packageInfo.ts'
import {untilStopped} from '../signals.ts'
import {knownFlags} from '../knownFlags.ts'

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
    host: {type: 'string', valueHint: 'H', default: '127.0.0.1', description: 'Address to bind to'},
    ...logArgs,
    ...lakeArgs,
  },
  run: async ({args}) => {
    const {directory, projectId, dataset} = resolveEmbedded(args)
    const log = createLog(parseLogFormat(args.log))
    const stopped = untilStopped()
    const lake = openLake({
      directory,
      projectId,
      datasets: [dataset],
      studioOrigins: STUDIO_ORIGINS,
      version,
      log,
    })
    try {
      const port = parsePort(args.port, '--port') ?? DEFAULT_PORT
      const {url} = await lake.listen({host: args.host, port})
      console.log(
        `Content Lake listening on ${url} (dataset ${dataset}, ${lake.count(dataset)} documents)`,
      )
      await stopped
    } finally {
      await lake.close()
    }
  },
})
