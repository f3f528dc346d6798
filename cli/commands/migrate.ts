import {existsSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'

import type {Migration} from '@sanity/migrate'
import {defineCommand} from 'citty'

import {lakeArgs, resolveTarget} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'
import {migrateDocuments} from '../migrateDocuments.ts'
import {UserError} from '../userError.ts'

export const migrate = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'migrate',
    description: 'Bring existing documents to a changed content model (migrations/NAME/index.ts)',
  },
  args: {
    name: {type: 'positional', required: true, description: 'Folder below migrations/'},
    'dry-run': {type: 'boolean', default: false, description: 'Say what would be done, do nothing'},
    json: {type: 'boolean', default: false, description: 'Print every mutation as JSON'},
    ...lakeArgs,
  },
  run: async ({args}) => {
    const migration = await loadMigration(args.name)
    const dryRun = args['dry-run']
    const connection = await connect(resolveTarget(args), {readOnly: dryRun})
    try {
      console.error(`${migration.title} (${connection.where}) …`)
      const report = await migrateDocuments(connection.client, migration, {dryRun})
      const {documents, transactions, mutations} = report
      const done = dryRun ? 'nothing written, would make' : `in ${transactions} transaction(s),`
      const summary = `${documents} document(s) read; ${done} ${mutations.length} change(s)`
      console.log(args.json ? JSON.stringify({...report, dryRun}, null, 2) : summary)
    } finally {
      await connection.close()
    }
  },
})

async function loadMigration(name: string): Promise<Migration> {
  const file = path.resolve('migrations', name, 'index.ts')
  if (!/^[\w-]+$/.test(name) || !existsSync(file)) {
    throw new UserError(`There is no migration "${name}": it would be ${path.relative('.', file)}.`)
  }
  const loaded: {default?: Migration} = await import(pathToFileURL(file).href)
  if (loaded.default) return loaded.default
  throw new UserError(`${path.relative('.', file)} exports no migration as its default.`)
}
