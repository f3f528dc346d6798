import {extract} from '../extract/extract.ts'
import {onlyKnown} from '../extract/onlyKnown.ts'
import {checkAgainstArticle} from '../register/checkAgainstArticle.ts'
import {checkRegister} from '../register/checkRegister.ts'
import {gazetteerOf} from '../register/gazetteerOf.ts'
import {parseRegister} from '../register/parseRegister.ts'
import type {Problem} from '../validate/problem.ts'
import {checkArticleText} from './checkArticleText.ts'
import {composeStory} from './composeStory.ts'
import type {StoryDocument} from './documents.ts'
import type {Story} from './story.ts'

/** The content of a file, and what to call it in a message. */
export interface Source {
  readonly file: string
  readonly content: string
}

export type BuiltStory =
  | {readonly documents: readonly StoryDocument[]; readonly story: Story; readonly problems?: never}
  | {readonly problems: readonly Problem[]; readonly documents?: never; readonly story?: never}

/**
 * From an article and its register to documents; or everything that is wrong with the two files,
 * all at once.
 */
export function buildStory(source: {article: Source; register: Source}): BuiltStory {
  const {content, file} = source.article
  // Without an article the register's names lead nowhere, and each would be a problem of its own.
  const unreadable = checkArticleText(content, file)
  if (unreadable.length > 0) return {problems: unreadable}
  const parsed = parseRegister(source.register.content, source.register.file, content)
  if (!parsed.register) return {problems: parsed.problems}
  const {register} = parsed
  const article = onlyKnown(extract(content, gazetteerOf(register)))
  const found = [
    ...checkRegister(register, source.register.file),
    ...checkAgainstArticle(register, article, source.register.file),
  ]
  if (found.length > 0) return {problems: found}
  const story = {article, register}
  return {documents: composeStory(story), story}
}
