import {slugOf} from '../../vocabulary/addresses.ts'

/** A story in the making: what was pasted, as the fields of a document. */
export interface PastedStory {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** Reads a pasted text: the first line is the headline, and every other line a paragraph. */
export function readPastedStory(text: string): PastedStory {
  const [title = '', ...paragraphs] = text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replaceAll(/^[\s\uFEFF]+|\s+$/g, ''))
    .filter((line) => line !== '')
  return {title, paragraphs}
}

/** The draft of a new story, one block for each paragraph. */
export function storyDocument({title, paragraphs}: PastedStory, id: string) {
  const slug = slugOf(title)
  return {
    _id: `drafts.${id}`,
    _type: 'article',
    title,
    ...(slug.current !== '' && {slug}),
    genre: 'news',
    language: 'en',
    body: paragraphs.map((text, index) => {
      const _key = `p${String(index).padStart(2, '0')}`
      return {
        _key,
        _type: 'block',
        style: 'normal',
        markDefs: [],
        children: [{_key: `${_key}s0`, _type: 'span', text, marks: []}],
      }
    }),
  }
}
