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
import {pulledWords} from '../parts/text.ts'
import {sections} from './blocks.ts'
import {defaultComponents} from './components.ts'
import {markdownText, type LinkedMention} from './text.ts'

/** How a story becomes a Markdown document of yours. */
export interface RenderMarkdownOptions {
  /** Where a mentioned person, unit, organisation or place has its page. */
  urlFor: UrlFor
  /** Your own writing of single parts; the others stay as they are. */
  components?: Partial<ArticleComponents>
  /** Your own paragraphs, headings, lists and decorators, as `portableTextToMarkdown` takes them. */
  portableText?: Partial<PortableTextRenderers>
}

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
  return portableTextToMarkdown(markdownText(article.body, urlFor), {
    ...others,
    marks: {
      em: ({children}) => `*${children}*`,
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
