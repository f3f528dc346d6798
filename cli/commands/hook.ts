import {randomBytes} from 'node:crypto'

import {defineCommand} from 'citty'
import {z} from 'zod'

import {storyHook} from '../../webhook/storyHook.ts'
import {lakeArgs, resolveEmbedded} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'

const json = {type: 'boolean', default: false, description: 'Print the result as JSON'} as const
const data = lakeArgs.data

const entry = z.object({id: z.string(), name: z.string(), url: z.string(), dataset: z.string()})

const create = defineCommand({
  plugins: [knownFlags],
  meta: {
    name: 'create',
    description: 'Tell a website what changes, and print the secret of the messages, this once',
  },
  args: {
    url: {type: 'positional', required: true, description: 'Where the website takes messages'},
    secret: {type: 'string', valueHint: 'S', description: 'Secret; by default one is made up'},
    json,
    ...lakeArgs,
  },
  run: async ({args}) => {
    const target = resolveEmbedded(args)
    const connection = await connect(target)
    try {
      const secret = args.secret ?? randomBytes(32).toString('base64url')
      const answer = await connection.client.request({
        url: hooksOf(target.projectId),
        method: 'POST',
        body: {...storyHook, url: args.url, dataset: target.dataset, secret},
      })
      const made = {...entry.parse(answer), secret}
      console.log(args.json ? JSON.stringify(made, null, 2) : secret)
    } finally {
      await connection.close()
    }
  },
})

const list = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'list', description: 'List the webhooks; no secret can be read any more'},
  args: {json, data},
  run: async ({args}) => {
    const target = resolveEmbedded(args)
    const connection = await connect(target)
    try {
      const answer = await connection.client.request({url: hooksOf(target.projectId)})
      const hooks = z.array(entry).parse(answer)
      const lines = hooks.map(({id, dataset, url, name}) => `${id}  ${dataset}  ${url}  ${name}`)
      console.log(args.json ? JSON.stringify(hooks, null, 2) : lines.join('\n'))
    } finally {
      await connection.close()
    }
  },
})

const remove = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'delete', description: 'Tell a website nothing more'},
  args: {
    id: {type: 'positional', required: true, description: 'As "storygraph hook list" prints it'},
    json,
    data,
  },
  run: async ({args}) => {
    const target = resolveEmbedded(args)
    const connection = await connect(target)
    try {
      const url = `${hooksOf(target.projectId)}/${encodeURIComponent(args.id)}`
      await connection.client.request({url, method: 'DELETE'})
      const result = {id: args.id, deleted: true}
      console.log(args.json ? JSON.stringify(result, null, 2) : `${args.id} is deleted.`)
    } finally {
      await connection.close()
    }
  },
})

export const hook = defineCommand({
  meta: {name: 'hook', description: 'Make, list and delete webhooks of the embedded lake'},
  subCommands: {create, list, delete: remove},
})

function hooksOf(projectId: string): string {
  return `/hooks/projects/${projectId}`
}
