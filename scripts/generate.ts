import {spawnSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {delimiter, join, resolve} from 'node:path'
import {parseArgs} from 'node:util'

// Writes what follows from schemas/ and queries/: the content model as data, and the types of
// documents and query results. With --check it changes nothing and fails when they are stale.

const root = resolve(import.meta.dirname, '..')
const generated = ['schema.json', 'sanity.types.ts']

const {values} = parseArgs({options: {check: {type: 'boolean', default: false}}})
process.exitCode = values.check ? check() : generate()

function check(): number {
  const before = new Map(generated.map((file) => [file, read(file)]))
  const failure = generate()
  const stale = generated.filter((file) => read(file) !== before.get(file))
  for (const [file, content] of before) {
    if (content !== undefined) writeFileSync(join(root, file), content)
  }
  if (failure) return failure
  for (const file of stale) {
    console.error(`${file} is out of date: run \`npm run generate\` and commit the result.`)
  }
  return stale.length > 0 ? 1 : 0
}

function generate(): number {
  return (
    sanity('schema', 'extract', '--enforce-required-fields', '--force', '--path', 'schema.json') ||
    sanity('typegen', 'generate')
  )
}

/** Runs the Sanity command line quietly; what it has to say matters only when it fails. */
function sanity(...args: readonly string[]): number {
  const bin = join(root, 'node_modules', '.bin')
  const run = spawnSync(join(bin, 'sanity'), args, {
    cwd: root,
    encoding: 'utf8',
    env: {...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`},
  })
  if (run.status === 0) return 0
  console.error(`\`sanity ${args.join(' ')}\` failed:`)
  console.error(run.error?.message ?? `${run.stdout}${run.stderr}`)
  return 1
}

function read(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return undefined
  }
}
