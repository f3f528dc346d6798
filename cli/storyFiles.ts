import {existsSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import path from 'node:path'

import {PACKAGE_ROOT} from './packageInfo.ts'
import {UserError} from './userError.ts'

/** A file of a story: what it holds, and what to call it in a message. */
export interface StoryFile {
  file: string
  content: string
}

/** The address of the bundled story, and the folder that its files are in. */
export const BUNDLED_SLUG = 'belarusian-dissidents-join-ukraines-fight-against-russia'

const BUNDLED = path.join(PACKAGE_ROOT, 'seed/stories', BUNDLED_SLUG, 'article.txt')

/** The path of an article, the bundled one when none is named, as messages show it. */
export function articlePath(article: string | undefined): string {
  return path.relative('.', article ?? BUNDLED)
}

/** The register that lies beside an article, unless another is named. */
export function registerPath(article: string, register: string | undefined): string {
  return path.relative('.', register ?? path.join(path.dirname(article), 'register.json'))
}

/**
 * The register to read an article with: the one that is named, else one that lies beside it.
 * `none` stands for a reading without.
 */
export function findRegister(article: string, named: string | undefined): string | undefined {
  if (named === 'none') return undefined
  const file = registerPath(article, named)
  return named !== undefined || existsSync(file) ? file : undefined
}

/** Reads a text file; an unreadable one is the user's mistake. Bytes that are no UTF-8 become U+FFFD. */
export async function readStoryFile(file: string): Promise<StoryFile> {
  try {
    return {file, content: await readFile(file, 'utf8')}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UserError(`${file} cannot be read (${reason}): name an existing file.`)
  }
}
