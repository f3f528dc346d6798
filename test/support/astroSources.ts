import {cp, readdir, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import path from 'node:path'

import {convertToTSX} from '@astrojs/compiler'

const SETTINGS = {
  extends: 'astro/tsconfigs/strictest',
  compilerOptions: {jsx: 'preserve', jsxImportSource: 'astro', allowImportingTsExtensions: true},
  include: ['.astro/types.d.ts', 'src/**/*', 'node_modules/astro/astro-jsx.d.ts'],
}

/**
 * Writes an Astro project, its templates as TSX, to another folder, where TypeScript’s compiler
 * checks the props of components and all that stands between braces.
 */
export async function writeAsTypeScript(project: string, folder: string): Promise<void> {
  for (const part of ['src', '.astro']) {
    await cp(path.join(project, part), path.join(folder, part), {recursive: true})
  }
  await symlink(path.join(project, 'node_modules'), path.join(folder, 'node_modules'))
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(SETTINGS))
  const source = path.join(folder, 'src')
  await writeFile(path.join(source, 'fragment.d.ts'), 'declare const Fragment: any\n')
  const files = await readdir(source, {recursive: true})
  for (const name of files.filter((name) => name.endsWith('.astro'))) {
    const file = path.join(source, name)
    const {code} = await convertToTSX(await readFile(file, 'utf8'), {filename: file})
    await writeFile(
      `${file}.tsx`,
      code.replaceAll(/(?<=from ['"])[^'"]+\.astro(?=['"])/g, '$&.tsx'),
    )
    await rm(file)
  }
}
