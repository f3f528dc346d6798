import {readLayout} from '../extract/paragraphs.ts'
import type {Problem} from '../validate/problem.ts'

/** Checks that a file holds an article: text, with a headline and at least one paragraph. */
export function checkArticleText(text: string, file: string, isTitled = false): Problem[] {
  const message = whatIsWrong(text, isTitled)
  return message === undefined ? [] : [{where: file, path: '', message}]
}

function whatIsWrong(text: string, isTitled: boolean): string | undefined {
  if (!isPlainText(text)) return 'is not a text file in UTF-8; save it as plain text'
  const {title, paragraphs} = readLayout(text, isTitled)
  if (!title && paragraphs.length === 0) return 'is empty; it needs a headline and a text'
  if (!title)
    return 'has no headline; its first line must be one, short and without a full stop, unless --title gives it'
  if (paragraphs.length === 0) return 'has a headline and no text; add its paragraphs'
  return undefined
}

/** Whether what was read from a file is text: bytes that are not UTF-8 have become a sign of their own. */
export function isPlainText(text: string): boolean {
  return !/[\0\uFFFD]/.test(text)
}
