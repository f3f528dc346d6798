#!/usr/bin/env node
import {
  defineCommand,
  renderUsage,
  runCommand,
  type CommandDef,
  type Resolvable,
  type SubCommandsDef,
} from 'citty'

import {describeFailure} from './failure.ts'
import {description, version} from './packageInfo.ts'

const commands: SubCommandsDef = {
  start: () => import('./commands/start.ts').then((module) => module.start),
  seed: () => import('./commands/seed.ts').then((module) => module.seed),
  lake: () => import('./commands/lake.ts').then((module) => module.lake),
  query: () => import('./commands/query.ts').then((module) => module.query),
  extract: () => import('./commands/extract.ts').then((module) => module.extract),
  export: () => import('./commands/export.ts').then((module) => module.exportCommand),
  import: () => import('./commands/import.ts').then((module) => module.importCommand),
  migrate: () => import('./commands/migrate.ts').then((module) => module.migrate),
}

const main = defineCommand({
  meta: {
    name: 'storygraph',
    version,
    description,
  },
  subCommands: commands,
})

await run(process.argv.slice(2))

async function run(rawArgs: string[]): Promise<void> {
  try {
    if (rawArgs.length === 1 && rawArgs[0] === '--version') console.log(version)
    else if (rawArgs.length === 0 || rawArgs.some((arg) => arg === '--help' || arg === '-h')) {
      console.log(await usageOf(rawArgs[0]))
    } else await runCommand(main, {rawArgs})
  } catch (error) {
    const {message, exitCode, showUsage} = describeFailure(error, rawArgs.includes('--verbose'))
    if (showUsage) console.error(`${await usageOf(rawArgs[0])}\n`)
    console.error(message)
    process.exitCode = exitCode
  }
}

async function usageOf(name: string | undefined): Promise<string> {
  const found = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  return found === undefined ? renderUsage(main) : renderUsage(await resolve(found), main)
}

async function resolve<T extends CommandDef>(command: Resolvable<T>): Promise<T> {
  return typeof command === 'function' ? command() : command
}
