import {createReadStream, existsSync, statSync} from 'node:fs'

import {defineCommand} from 'citty'

import {lakeArgs, resolveTarget} from '../config.ts'
import {connect} from '../connect.ts'
import {importDataset} from '../importDataset.ts'
import {knownFlags} from '../knownFlags.ts'
import {UserError} from '../userError.ts'

export const importCommand = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'import',
    description: 'Read an export, .ndjson or .tar.gz, into the dataset',
  },
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'File, or folder of an unpacked export',
    },
    replace: {
      type: 'boolean',
      default: false,
      description: 'Replace documents that the dataset has already',
    },
    missing: {
      type: 'boolean',
      default: false,
      description: 'Leave documents alone that the dataset has already',
    },
    json: {type: 'boolean', default: false, description: 'Print what was imported as JSON'},
    ...lakeArgs,
  },
  run: async ({args}) => {
    const {file, replace, missing} = args
    if (replace && missing) throw new UserError('Choose --replace or --missing, not both.')
    if (!existsSync(file)) throw new UserError(`${file} does not exist.`)
    const source = statSync(file).isDirectory() ? file : createReadStream(file)
    const operation = replace ? 'createOrReplace' : missing ? 'createIfNotExists' : 'create'
    const connection = await connect(resolveTarget(args))
    try {
      console.error(`Importing ${file} (${connection.where}) …`)
      const imported = await importDataset(connection.client, source, {name: file, operation})
      for (const warning of imported.warnings) console.error(warning)
      console.log(
        args.json
          ? JSON.stringify({file, ...imported}, null, 2)
          : `${imported.documents} document(s) imported.`,
      )
    } finally {
      await connection.close()
    }
  },
})
