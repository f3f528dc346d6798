import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

// A step of the build. Bundlers keep a text that is put together out of others, for they cannot know
// that nothing happens on the way; so in the package each query stands written out, and whoever
// imports one is sent that one alone. All stand in one file, for to find and link eighteen takes several
// times as long as to read them. Types and comments are in the `.d.ts` files beside it.

const folder = path.resolve(import.meta.dirname, '../dist/queries')
const index = path.join(folder, 'index.js')
const module: Record<string, unknown> = await import(index)
const texts = Object.entries(module).flatMap(([name, text]) =>
  typeof text === 'string' ? [`export const ${name} = ${JSON.stringify(text)}\n`] : [],
)
const fromElsewhere = readFileSync(index, 'utf8').match(/^export .* from '\.\.\/.*\n/gm) ?? []
for (const file of readdirSync(folder)) {
  if (file.endsWith('.js')) rmSync(path.join(folder, file))
}
writeFileSync(index, [...fromElsewhere, ...texts].join(''))
