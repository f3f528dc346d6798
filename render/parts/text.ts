import type {Article, FactBox, PullQuote, QuotedWords} from '../article.ts'

type Body = Article['body']

/** The quotation that is shown once more and large; undefined when the text has it no more. */
export function pulledWords(
  {quotations}: Pick<Article, 'quotations'>,
  {quotationKey}: Pick<PullQuote, 'quotationKey'>,
): QuotedWords | undefined {
  return quotations.find(({_key}) => _key === quotationKey)
}

/** The paragraphs of a fact box: an empty line begins a new one. */
export function factParagraphs({text}: Pick<FactBox, 'text'>): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}

/** The text with one link at most on each word: a link that an editor made wins over a name’s. */
export function withoutNestedLinks(body: Body): Body {
  return body.map((block) => {
    if (block._type !== 'block') return block
    const keysOf = (type: string): Set<string> =>
      new Set(block.markDefs.flatMap(({_type, _key}) => (_type === type ? [_key] : [])))
    const links = keysOf('link')
    if (links.size === 0) return block
    const mentions = keysOf('mention')
    const children = block.children.map((child) =>
      child.marks.some((mark) => links.has(mark))
        ? {...child, marks: child.marks.filter((mark) => !mentions.has(mark))}
        : child,
    )
    return {...block, children}
  })
}
