import type {Article, Link, Mention, UrlFor} from '../article.ts'
import {withoutNestedLinks} from '../parts/text.ts'

/** A name that has a page, as the link that it becomes: the library escapes the labels of links. */
export type LinkedMention = Link & {readonly mention: Mention}

type Span = Extract<Article['body'][number], {_type: 'block'}>['children'][number]

/**
 * The text as the library writes it without a mark of Markdown left for readers to see: names with a
 * page are links, emphasis begins and ends at a letter or digit (elsewhere its asterisks would not
 * count), and no empty line tears a link apart.
 */
export function markdownText(body: Article['body'], urlFor: UrlFor) {
  return withoutNestedLinks(body).map((block) => {
    if (block._type !== 'block') return block
    const markDefs = block.markDefs.map((mark) => {
      const href = mark._type === 'mention' ? urlFor(mark.entity) : undefined
      if (mark._type !== 'mention' || href === undefined) return mark
      return {_type: 'link', _key: mark._key, href, mention: mark} satisfies LinkedMention
    })
    const annotations = new Set(markDefs.map(({_key}) => _key))
    const children = block.children.flatMap((span) => splitEmphasis(span, annotations))
    return {...block, markDefs, children}
  })
}

/** Whitespace and punctuation at the ends of emphasised words, on their own without emphasis. */
function splitEmphasis(span: Span, annotations: ReadonlySet<string>): Span[] {
  const text = (span.text ?? '').replaceAll(/\n(?:\s*\n)+/g, '\n')
  const plain = span.marks.filter((mark) => annotations.has(mark))
  if (plain.length === span.marks.length) return [{...span, text}]
  const [, start = '', middle = '', end = ''] =
    /^([\s\p{P}\p{S}]*)(.*?)([\s\p{P}\p{S}]*)$/su.exec(text) ?? []
  const parts: Span[] = [
    {...span, _key: `${span._key}-start`, text: start, marks: plain},
    {...span, text: middle},
    {...span, _key: `${span._key}-end`, text: end, marks: plain},
  ]
  return parts.filter((part) => part.text !== '')
}
