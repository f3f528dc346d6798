import {defineCittyPlugin} from 'citty'

import {UserError} from './userError.ts'

/** Refuses flags that a command does not have: a mistyped `--dry-run` must not write. */
export const knownFlags = defineCittyPlugin({
  name: 'knownFlags',
  setup: async ({rawArgs, cmd}) => {
    const definitions = await (typeof cmd.args === 'function' ? cmd.args() : cmd.args)
    const known = new Set(['verbose', ...Object.keys(definitions ?? {})])
    for (const arg of rawArgs) {
      if (arg === '--') return
      const name = /^--([^=]+)/.exec(arg)?.[1] ?? /^-([a-z])/i.exec(arg)?.[1]
      if (name === undefined || known.has(name)) continue
      throw new UserError(`There is no flag ${arg.split('=')[0]}; --help lists those there are.`)
    }
  },
})
