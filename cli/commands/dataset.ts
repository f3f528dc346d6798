import {defineCommand} from 'citty'
import {z} from 'zod'

import {lakeArgs, resolveTarget} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'
import {UserError} from '../userError.ts'

const json = {type: 'boolean', default: false, description: 'Print the result as JSON'} as const
const name = {type: 'positional', required: true, description: 'Name of the dataset'} as const
const aclMode = z.enum(['public', 'private'])

const list = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'list', description: 'List the datasets'},
  args: {json, ...lakeArgs},
  run: async ({args}) => {
    const connection = await connect(resolveTarget(args), {readOnly: true})
    try {
      const datasets = await connection.client.datasets.list()
      const entries = datasets.map(({name, aclMode}) => ({name, aclMode}))
      const lines = entries.map(({name, aclMode}) => `${name} (${aclMode})`)
      console.log(args.json ? JSON.stringify(entries, null, 2) : lines.join('\n'))
    } finally {
      await connection.close()
    }
  },
})

const create = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'create', description: 'Make an empty dataset'},
  args: {
    name,
    visibility: {
      type: 'string',
      valueHint: 'public|private',
      default: 'public',
      description: 'Whether what is published can be read without a token',
    },
    json,
    ...lakeArgs,
  },
  run: async ({args}) => {
    const mode = aclMode.safeParse(args.visibility)
    if (!mode.success) throw new UserError(`--visibility takes public or private.`)
    const connection = await connect(resolveTarget(args))
    try {
      const {datasetName} = await connection.client.datasets.create(args.name, {aclMode: mode.data})
      const result = {name: datasetName, aclMode: mode.data}
      console.log(args.json ? JSON.stringify(result, null, 2) : `${datasetName} (${mode.data})`)
    } finally {
      await connection.close()
    }
  },
})

const remove = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'delete', description: 'Delete a dataset with all its documents and their history'},
  args: {
    name,
    force: {type: 'boolean', default: false, description: 'Needed: there is no way back'},
    json,
    ...lakeArgs,
  },
  run: async ({args}) => {
    if (!args.force) {
      throw new UserError(`This deletes the dataset "${args.name}" for good: say so with --force.`)
    }
    const connection = await connect(resolveTarget(args))
    try {
      await connection.client.datasets.delete(args.name)
      const result = {name: args.name, deleted: true}
      console.log(args.json ? JSON.stringify(result, null, 2) : `${args.name} is deleted.`)
    } finally {
      await connection.close()
    }
  },
})

export const dataset = defineCommand({
  meta: {name: 'dataset', description: 'List, create and delete datasets'},
  subCommands: {list, create, delete: remove},
})
