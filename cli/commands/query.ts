import {defineCommand} from 'citty'
import {z} from 'zod'

import {explainQuery, stepText} from '../../lake/index.ts'
import * as queries from '../../queries/index.ts'
import {lakeArgs, resolveTarget} from '../config.ts'
import {connect} from '../connect.ts'
import {knownFlags} from '../knownFlags.ts'
import {UserError} from '../userError.ts'

const params = z.record(z.string(), z.unknown())

export const query = defineCommand({
  plugins: [knownFlags],
  meta: {name: 'query', description: 'Run one of the shipped queries and print its result as JSON'},
  args: {
    name: {type: 'positional', required: true, description: 'Name, such as articleBySlug'},
    params: {
      type: 'positional',
      required: false,
      description: 'Parameters as JSON',
      valueHint: 'JSON',
    },
    perspective: {
      type: 'string',
      default: 'published',
      description: 'published, drafts, raw or a release name',
      valueHint: 'P',
    },
    explain: {
      type: 'boolean',
      description: 'Say how the embedded lake looks its documents up, and run nothing',
    },
    ...lakeArgs,
  },
  run: async ({args}) => {
    const query = findQuery(args.name)
    const parsed = params.safeParse(parseJson(args.params ?? '{}'))
    if (!parsed.success) throw new UserError(`The parameters must be a JSON object: ${args.params}`)
    if (args.explain) {
      const steps = explainQuery({query, params: {...openParameters(query), ...parsed.data}})
      for (const step of steps) console.log(stepText(step))
      return
    }
    const connection = await connect(resolveTarget(args), {readOnly: true})
    try {
      const perspective = args.perspective === 'raw' ? 'raw' : args.perspective.split(',')
      const result: unknown = await connection.client.fetch(query, parsed.data, {perspective})
      console.log(JSON.stringify(result, null, 2))
    } finally {
      await connection.close()
    }
  },
})

/** A plan is the same for all values: those not given are null. */
function openParameters(query: string): Record<string, null> {
  return Object.fromEntries([...query.matchAll(/\$(\w+)/g)].map(([, name = '']) => [name, null]))
}

function findQuery(name: string): string {
  const known = new Map(
    Object.entries(queries).flatMap(([key, query]) =>
      typeof query === 'string' ? [[key.replace(/Query$/, ''), query]] : [],
    ),
  )
  const found = known.get(name.replace(/Query$/, ''))
  if (found !== undefined) return found
  throw new UserError(`There is no query "${name}". There are: ${[...known.keys()].join(', ')}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UserError(
      `The parameters are not JSON (${error instanceof Error ? error.message : ''}): ${text}`,
    )
  }
}
