import {readdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'

// The last step of the build. Bundlers keep a text that is put together out of others, for they cannot
// know that nothing happens on the way; so in the package each query stands written out, and whoever
// imports one is sent that one alone. Types and comments are in the `.d.ts` beside it.

const folder = path.resolve(import.meta.dirname, '../dist/queries')
const files = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'index.js')
const written = await Promise.all(
  files.map(async (file): Promise<[file: string, source: string]> => {
    const module: Record<string, unknown> = await import(path.join(folder, file))
    const constants = Object.entries(module).map(
      ([name, text]) => `export const ${name} = ${JSON.stringify(text)}\n`,
    )
    return [file, constants.join('') || 'export {}\n']
  }),
)
for (const [file, source] of written) writeFileSync(path.join(folder, file), source)
