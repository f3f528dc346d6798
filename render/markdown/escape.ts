import {portableTextToMarkdown} from '@portabletext/markdown'

import {safeAddress} from '../safeAddress.ts'

/** One run of words, with the decorators that they stand in, such as `strong`. */
export interface Words {
  text: string
  marks?: string[]
}

/** Where a paragraph of words stands. */
export interface Place {
  style?: 'normal' | 'h1' | 'blockquote'
  /** How deep in a list of bullets, from 1. */
  level?: number
}

/** A paragraph of words as a block that the library escapes. Each run is kept on one line. */
export function blockOf(
  words: string | readonly Words[],
  {style = 'normal', level}: Place = {},
  key = 'b',
) {
  const runs = typeof words === 'string' ? [{text: words}] : words
  return {
    _type: 'block',
    _key: key,
    style,
    ...(level !== undefined && {listItem: 'bullet', level}),
    markDefs: [],
    children: runs.map(({text, marks = []}, index) => ({
      _type: 'span',
      _key: String(index),
      text: onOneLine(text),
      marks,
    })),
  }
}

/** A paragraph of words as Markdown, escaped. */
export function paragraph(words: string | readonly Words[], place?: Place): string {
  return portableTextToMarkdown([blockOf(words, place)])
}

/** Words as the label of a link or a picture: no bracket of theirs can end it. */
export function labelOf(text: string): string {
  const block = {
    _type: 'block',
    _key: 'b',
    markDefs: [{_type: 'link', _key: 'label'}],
    children: [{_type: 'span', _key: 's', text: onOneLine(text), marks: ['label']}],
  }
  return portableTextToMarkdown([block], {marks: {link: ({children}) => children}})
}

/**
 * An address as the target of a link; undefined when it could run a script. What could end the
 * target, or be read as something else within it, is percent-encoded.
 */
export function targetOf(address: string | null | undefined): string | undefined {
  return safeAddress(address)
    ?.trim()
    .replaceAll(/[\s\p{Cc}<>()"`\\]/gu, percentEncoded)
    .replaceAll(/&(?=#|[a-z\d]+;)/gi, '&amp;')
}

function percentEncoded(character: string): string {
  if (character === '(') return '%28'
  return character === ')' ? '%29' : encodeURIComponent(character)
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s*[\n\r\u2028\u2029]\s*/g, ' ')
}
