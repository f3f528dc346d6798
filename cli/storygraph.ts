import {
  defineCommand,
  renderUsage,
  runCommand,
  type CommandDef,
  type CommandMeta,
  type Resolvable,
  type SubCommandsDef,
} from 'citty'

import {description, version} from './packageInfo.ts'

const commands: SubCommandsDef = {
  start: () => import('./commands/start.ts').then((module) => module.start),
  seed: () => import('./commands/seed.ts').then((module) => module.seed),
  lake: () => import('./commands/lake.ts').then((module) => module.lake),
  query: () => import('./commands/query.ts').then((module) => module.query),
  render: () => import('./commands/render.ts').then((module) => module.render),
  extract: () => import('./commands/extract.ts').then((module) => module.extract),
  export: () => import('./commands/export.ts').then((module) => module.exportCommand),
  import: () => import('./commands/import.ts').then((module) => module.importCommand),
  backup: () => import('./commands/backup.ts').then((module) => module.backup),
  restore: () => import('./commands/restore.ts').then((module) => module.restore),
  doctor: () => import('./commands/doctor.ts').then((module) => module.doctor),
  dataset: () => import('./commands/dataset.ts').then((module) => module.dataset),
  access: () => import('./commands/access.ts').then((module) => module.access),
  token: () => import('./commands/token.ts').then((module) => module.token),
  hook: () => import('./commands/hook.ts').then((module) => module.hook),
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
      console.log(await usageOf(rawArgs))
    } else await runCommand(main, {rawArgs})
  } catch (error) {
    // It knows every kind of error there is, those of the clients too.
    const {describeFailure} = await import('./failure.ts')
    const {message, exitCode, showUsage} = describeFailure(error, rawArgs.includes('--verbose'))
    if (showUsage) console.error(`${await usageOf(rawArgs)}\n`)
    console.error(message)
    process.exitCode = exitCode
  }
}

/** How the command is used that the arguments lead to, as far as there is one. */
async function usageOf(rawArgs: readonly string[]): Promise<string> {
  let command: CommandDef = main
  let above = ''
  for (const name of rawArgs) {
    const found = (await resolveCommands(command))[name]
    if (found === undefined) break
    const meta = await resolve(command.meta)
    above = `${above} ${meta?.name ?? ''}`.trim()
    command = await resolve(found)
  }
  return above === '' ? renderUsage(command) : renderUsage(command, {meta: {name: above, version}})
}

async function resolveCommands({subCommands}: CommandDef): Promise<SubCommandsDef> {
  const commands = typeof subCommands === 'function' ? await subCommands() : await subCommands
  return Object.assign(Object.create(null), commands)
}

async function resolve<T extends CommandDef | CommandMeta | undefined>(
  value: Resolvable<T>,
): Promise<T> {
  return typeof value === 'function' ? value() : value
}
