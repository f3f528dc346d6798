import {defineCommand} from 'citty'
import {z} from 'zod'

import {lakeArgs, resolveEmbedded} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'

const answer = z.object({
  readings: z.array(
    z.object({
      at: z.string(),
      user: z.string(),
      name: z.string(),
      dataset: z.string(),
      by: z.string(),
      documents: z.array(z.string()),
    }),
  ),
})

export const access = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'access', description: 'List who read protected documents of the embedded lake'},
  args: {
    document: {type: 'string', valueHint: 'ID', description: 'Only readings of this document'},
    limit: {type: 'string', valueHint: 'N', default: '100', description: 'The newest so many'},
    json: {type: 'boolean', default: false, description: 'Print the result as JSON'},
    data: lakeArgs.data,
  },
  run: async ({args}) => {
    const connection = await connect(resolveEmbedded(args))
    try {
      const {document, limit} = args
      const query = {limit, ...(document !== undefined && {document})}
      const {readings} = answer.parse(await connection.client.request({url: '/access', query}))
      const lines = readings.map(
        ({at, user, name, dataset, by, documents}) =>
          `${at}  ${name} (${user})  ${by}  ${dataset}  ${documents.join(' ')}`,
      )
      console.log(args.json ? JSON.stringify(readings, null, 2) : lines.join('\n'))
    } finally {
      await connection.close()
    }
  },
})
