import {defineCommand} from 'citty'

import {lakeArgs, resolveTarget} from '../config.ts'
import {connect} from '../connect.ts'
import {exportDataset, exportFormat} from '../exportDataset.ts'
import {knownFlags} from '../knownFlags.ts'
import {writeWhole} from '../outputFile.ts'

export const exportCommand = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'export',
    description:
      'Write the dataset to a file in Sanity’s own format, drafts and confidential notes included',
  },
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'FILE.ndjson for the documents, FILE.tar.gz for pictures and other files too',
    },
    types: {
      type: 'string',
      valueHint: 'A,B',
      description: 'Only documents of these types',
    },
    overwrite: {type: 'boolean', default: false, description: 'Replace the file if it exists'},
    json: {type: 'boolean', default: false, description: 'Print what was exported as JSON'},
    ...lakeArgs,
  },
  run: async ({args}) => {
    const {file, overwrite} = args
    const format = exportFormat(file)
    const types = args.types?.split(',').filter((type) => type !== '') ?? []
    const connection = await connect(resolveTarget(args), {readOnly: true})
    try {
      console.error(`Exporting (${connection.where}) …`)
      const exported = await writeWhole(file, {overwrite}, (unfinished) =>
        exportDataset(connection.client, {file: unfinished, format, types}),
      )
      const {documents, assets} = exported
      console.log(
        args.json
          ? JSON.stringify({file, ...exported}, null, 2)
          : `${file}: ${documents} document(s), ${assets} file(s). It is as confidential as the dataset.`,
      )
    } finally {
      await connection.close()
    }
  },
})
