import {portableTextToMarkdown, type PortableTextRenderers} from '@portabletext/markdown'

import type {
  Article,
  FactBox,
  Figure,
  Link,
  Mention,
  Picture,
  PollEmbed,
  PullQuote,
  Quotation,
  UrlFor,
} from '../article.ts'
import type {ArticleComponents} from '../components.ts'
import {embeddedPoll, pollsAfterText} from '../parts/poll.ts'
import {pulledWords, withoutNestedLinks} from '../parts/text.ts'
import {sections} from './blocks.ts'
import {defaultComponents} from './components.ts'

/** How a story becomes a Markdown document of yours. */
export interface RenderMarkdownOptions {
  /** Where a mentioned person, unit, organisation or place has its page. */
  urlFor: UrlFor
  /** Your own writing of single parts; the others stay as they are. */
  components?: Partial<ArticleComponents>
  /** Your own paragraphs, headings, lists and decorators, as `portableTextToMarkdown` takes them. */
  portableText?: Partial<PortableTextRenderers>
}

/** A name that has a page, as the link that it becomes: the library escapes the labels of links. */
type LinkedMention = Link & {readonly mention: Mention}

/**
 * A story as Markdown (CommonMark with tables): headline, standfirst, byline, lead picture, text,
 * its corrections and those of the polls behind its figures that the text does not show. The words
 * are those of the text to the letter, everything else is escaped. Of a story that was withdrawn
 * only the headline and the notice are left.
 */
export function renderMarkdown(
  article: Article,
  {urlFor, components, portableText}: RenderMarkdownOptions,
): string {
  const parts = {...defaultComponents, ...components}
  const headline = parts.headline(article)
  if (article.withdrawal) return `${sections(headline, parts.withdrawal(article.withdrawal))}\n`
  const lead = article.leadImage ? parts.picture(article.leadImage, {isFirst: true}) : ''
  const document = sections(
    headline,
    parts.standfirst(article),
    parts.byline(article),
    lead,
    renderText(article, parts, urlFor, portableText),
    article.corrections.map(parts.correction).filter(Boolean).join('\n'),
    ...pollsAfterText(article).map(parts.poll),
  )
  return `${document}\n`
}

function renderText(
  article: Article,
  parts: ArticleComponents,
  urlFor: UrlFor,
  {marks, types, ...others}: Partial<PortableTextRenderers> = {},
): string {
  return portableTextToMarkdown(linkMentions(article.body, urlFor), {
    ...others,
    marks: {
      mention: annotation<Mention>(({value, children}) => parts.mention({value, children, urlFor})),
      quotation: annotation<Quotation>(({value, children}) =>
        parts.quotation({value, children, urlFor}),
      ),
      figure: annotation<Figure>(({value, children}) => parts.figure({value, children, urlFor})),
      link: annotation<Link | LinkedMention>(({value, children}) =>
        'mention' in value
          ? parts.mention({value: value.mention, children, urlFor})
          : parts.link({value, children, urlFor}),
      ),
      ...marks,
    },
    types: {
      creditedImage: ({value}: {value: Picture}) => parts.picture(value),
      pullQuote: ({value}: {value: PullQuote}) => {
        const words = pulledWords(article, value)
        return words ? parts.pullQuote(words, {urlFor}) : ''
      },
      factBox: ({value}: {value: FactBox}) => parts.factBox(value),
      pollEmbed: ({value}: {value: PollEmbed}) => parts.poll(embeddedPoll(value)),
      ...types,
    },
  })
}

function annotation<Value>(render: (annotated: {value: Value; children: string}) => string) {
  return ({value, children}: {value?: Value; children: string}): string =>
    value === undefined ? children : render({value, children})
}

function linkMentions(body: Article['body'], urlFor: UrlFor) {
  return withoutNestedLinks(body).map((block) => {
    if (block._type !== 'block') return block
    const markDefs = block.markDefs.map((mark) => {
      if (mark._type !== 'mention') return mark
      const href = urlFor(mark.entity)
      if (href === undefined) return mark
      return {_type: 'link', _key: mark._key, href, mention: mark} satisfies LinkedMention
    })
    return {...block, markDefs}
  })
}
