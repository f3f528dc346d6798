import {spawn} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {delimiter, join, resolve} from 'node:path'
import {parseArgs} from 'node:util'

import type {SchemaType} from 'groq-js'

import {validatorsSource} from './validators.ts'

// Writes what follows from schemas/ and queries/: the content model as data, the types and
// validators of documents and query results, and the tables of docs/content-model.md. With --check it changes
// nothing and fails when they are stale.

const root = resolve(import.meta.dirname, '..')
const modelPage = 'docs/content-model.md'
const validators = 'validators/index.ts'
const generated = ['schema.json', 'sanity.types.ts', validators, modelPage]

const {values} = parseArgs({options: {check: {type: 'boolean', default: false}}})
process.exitCode = values.check ? await check() : await generate()

async function check(): Promise<number> {
  const before = new Map(generated.map((file) => [file, read(file)]))
  const failure = await generate()
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

async function generate(): Promise<number> {
  const [types, tables] = await Promise.all([writeTypes(), writeTables()])
  return types || tables
}

async function writeTypes(): Promise<number> {
  const extract = ['--enforce-required-fields', '--force', '--path', 'schema.json']
  return (
    (await run('sanity', 'schema', 'extract', ...extract)) ||
    (await run('sanity', 'typegen', 'generate')) ||
    (await writeValidators())
  )
}

async function writeValidators(): Promise<number> {
  const schema: SchemaType = JSON.parse(read('schema.json') ?? '')
  writeFileSync(join(root, validators), validatorsSource(schema))
  return run('oxfmt', validators)
}

/** Replaces what stands below the mark on the page; what is above is written by hand. */
async function writeTables(): Promise<number> {
  // Loaded here, for it takes seconds that the extraction of the schema takes anyway.
  const {contentModelTables} = await import('./contentModel.ts')
  const mark = '<!-- Below this line the page is generated: npm run generate -->'
  const [byHand, below] = (read(modelPage) ?? '').split(mark)
  if (below === undefined) {
    console.error(`${modelPage} has no line “${mark}” to write the tables below.`)
    return 1
  }
  writeFileSync(join(root, modelPage), `${byHand}${mark}\n\n${contentModelTables()}\n`)
  return run('oxfmt', modelPage)
}

/** Runs a command of the toolchain quietly; what it has to say matters only when it fails. */
async function run(command: string, ...args: readonly string[]): Promise<number> {
  const bin = join(root, 'node_modules', '.bin')
  const child = spawn(join(bin, command), args, {
    cwd: root,
    env: {...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`},
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const code = await new Promise<number>((settle) => {
    child.on('error', (error) => {
      said += error.message
      settle(1)
    })
    child.on('close', (status) => settle(status ?? 1))
  })
  if (code === 0) return 0
  console.error(`\`${[command, ...args].join(' ')}\` failed:\n${said}`)
  return 1
}

function read(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return undefined
  }
}
