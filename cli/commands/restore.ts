import {existsSync, openAsBlob} from 'node:fs'

import {defineCommand} from 'citty'
import {z} from 'zod'

import {lakeArgs, resolveEmbedded} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'
import {requestStream} from '../streams.ts'
import {UserError} from '../userError.ts'

const restored = z.object({
  createdAt: z.string(),
  datasets: z.array(z.object({name: z.string(), documents: z.number(), erased: z.number()})),
})

export const restore = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'restore',
    description:
      'Put a backup in place of what the embedded lake holds, also while it runs; what was erased stays so',
  },
  args: {
    file: {type: 'positional', required: true, description: 'What "storygraph backup" wrote'},
    json: {type: 'boolean', default: false, description: 'Print what was restored as JSON'},
    data: lakeArgs.data,
  },
  run: async ({args}) => {
    const {file} = args
    if (!existsSync(file)) throw new UserError(`${file} does not exist.`)
    const connection = await connect(resolveEmbedded(args))
    try {
      const body = await openAsBlob(file)
      const response = await requestStream(connection.client, '/restore', {method: 'POST', body})
      const report = restored.parse(await response.json())
      console.log(args.json ? JSON.stringify({file, ...report}, null, 2) : describe(report))
    } finally {
      await connection.close()
    }
  },
})

function describe({createdAt, datasets}: z.infer<typeof restored>): string {
  const lines = datasets.map(({name, documents, erased}) => {
    const again = erased > 0 ? `; in ${erased}, something was erased again` : ''
    return `  ${name}: ${documents} document(s)${again}`
  })
  return [`Restored the backup of ${createdAt}:`, ...lines].join('\n')
}
