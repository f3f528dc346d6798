import {defineCommand} from 'citty'
import {z} from 'zod'

import {lakeArgs, parseRole, resolveEmbedded} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'

const json = {type: 'boolean', default: false, description: 'Print the result as JSON'} as const
const data = lakeArgs.data

const entry = z.object({
  id: z.string(),
  label: z.string(),
  createdAt: z.string().nullable(),
  roles: z.array(z.object({name: z.string()})),
})
const created = entry.extend({key: z.string()})

const list = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'list', description: 'List the tokens; none can be read any more'},
  args: {json, data},
  run: async ({args}) => {
    const connection = await connect(resolveEmbedded(args))
    try {
      const answer = await connection.client.request({url: tokensOf(connection.client)})
      const tokens = z.array(entry).parse(answer).map(describe)
      const lines = tokens.map(({id, label, role}) => `${id}  ${role}  ${label}`)
      console.log(args.json ? JSON.stringify(tokens, null, 2) : lines.join('\n'))
    } finally {
      await connection.close()
    }
  },
})

const create = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'create', description: 'Make a token and print it, this once'},
  args: {
    label: {type: 'positional', required: true, description: 'What it is for'},
    role: {
      type: 'string',
      valueHint: 'viewer|editor|administrator',
      default: 'viewer',
      description: 'What it allows',
    },
    json,
    data,
  },
  run: async ({args}) => {
    const roleName = parseRole(args.role, '--role')
    const connection = await connect(resolveEmbedded(args))
    try {
      const body = {label: args.label, roleName}
      const answer = await connection.client.request({
        url: tokensOf(connection.client),
        method: 'POST',
        body,
      })
      const {key, ...made} = created.parse(answer)
      console.log(args.json ? JSON.stringify({...describe(made), key}, null, 2) : key)
    } finally {
      await connection.close()
    }
  },
})

const revoke = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'revoke', description: 'Make a token worthless, at once and for good'},
  args: {
    id: {type: 'positional', required: true, description: 'As "storygraph token list" prints it'},
    json,
    data,
  },
  run: async ({args}) => {
    const connection = await connect(resolveEmbedded(args))
    try {
      const url = `${tokensOf(connection.client)}/${encodeURIComponent(args.id)}`
      await connection.client.request({url, method: 'DELETE'})
      const result = {id: args.id, revoked: true}
      console.log(args.json ? JSON.stringify(result, null, 2) : `${args.id} is revoked.`)
    } finally {
      await connection.close()
    }
  },
})

export const token = defineCommand({
  meta: {name: 'token', description: 'Make, list and revoke tokens of the embedded lake'},
  subCommands: {create, list, revoke},
})

function tokensOf(client: {config: () => {projectId?: string}}): string {
  return `/projects/${client.config().projectId}/tokens`
}

function describe({id, label, createdAt, roles}: z.infer<typeof entry>) {
  return {id, label, role: roles[0]?.name, createdAt}
}
