import {statSync} from 'node:fs'

import {defineCommand} from 'citty'

import {lakeArgs, resolveEmbedded} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'
import {writeWhole} from '../outputFile.ts'
import {requestStream, saveBody} from '../streams.ts'

export const backup = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'backup',
    description: 'Write everything the embedded lake holds to one file, also while it runs',
  },
  args: {
    file: {type: 'positional', required: true, description: 'A tar file; keep it like the vault'},
    overwrite: {type: 'boolean', default: false, description: 'Replace the file if it exists'},
    json: {type: 'boolean', default: false, description: 'Print what was written as JSON'},
    data: lakeArgs.data,
  },
  run: async ({args}) => {
    const {file, overwrite} = args
    const connection = await connect(resolveEmbedded(args))
    try {
      const bytes = await writeWhole(file, {overwrite}, async (unfinished) => {
        await saveBody(await requestStream(connection.client, '/backup'), unfinished)
        return statSync(unfinished).size
      })
      console.log(
        args.json
          ? JSON.stringify({file, bytes}, null, 2)
          : `${file}: ${bytes} bytes, with history and confidential documents.`,
      )
    } finally {
      await connection.close()
    }
  },
})
