import path from 'node:path'

import {describeFailure} from '../cli/failure.ts'
import {untilStopped} from '../cli/signals.ts'
import {
  buildPackage,
  EXAMPLES,
  findExample,
  installExample,
  openExampleLake,
  packPackage,
  runScript,
} from './exampleSteps.ts'

// `npm run example -- NAME` shows one of the examples against an embedded lake that holds the
// bundled story; with --build as it would be published. Ctrl-C stops all of it.

const usage = 'npm run example -- NAME [--build]'

try {
  process.exitCode = await main()
} catch (error) {
  const {message, exitCode} = describeFailure(error, true)
  console.error(message)
  process.exitCode = exitCode
}

async function main(): Promise<number> {
  const args = process.argv.slice(2)
  const isBuilt = args.includes('--build')
  const folder = findExample(
    args.filter((arg) => arg !== '--build'),
    usage,
  )
  const name = path.basename(folder)
  const stop = new AbortController()
  void untilStopped().then(() => stop.abort())

  console.log('Building and packing storygraph …')
  await buildPackage()
  await packPackage(EXAMPLES)
  console.log(`Installing examples/${name} …`)
  await installExample(folder)
  if (stop.signal.aborted) return 0
  const lake = await openExampleLake()
  try {
    console.log(`Content Lake    ${lake.where}`)
    const environment = {...lake.environment, ...process.env}
    const run = (script: string): Promise<number> =>
      runScript(folder, script, {environment, signal: stop.signal}).ended
    if (!isBuilt) return await run('dev')
    return (await run('build')) || (await run('start'))
  } finally {
    await lake.close()
  }
}
