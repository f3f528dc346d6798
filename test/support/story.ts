import {copyFileSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

import {temporaryDirectory} from './temporaryDirectory.ts'

export const STORY_SLUG = 'belarusian-dissidents-join-ukraines-fight-against-russia'
const BUNDLED = path.resolve(import.meta.dirname, '../../seed/stories', STORY_SLUG)

/** The bundled story's text, as printed. */
export const printedText = readFileSync(path.join(BUNDLED, 'article.txt'), 'utf8')

/** A copy of the bundled story's files that a test may spoil; `change` edits the register. */
export function storyCopy(change: (register: string) => string = (register) => register): string {
  const directory = temporaryDirectory()
  const article = path.join(directory, 'article.txt')
  copyFileSync(path.join(BUNDLED, 'article.txt'), article)
  const register = readFileSync(path.join(BUNDLED, 'register.json'), 'utf8')
  writeFileSync(path.join(directory, 'register.json'), change(register))
  return article
}
