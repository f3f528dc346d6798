import {toHTML, type PortableTextComponents} from '@portabletext/to-html'

import type {Annotated} from '../annotated.ts'
import type {Article, FactBox, Picture, PollEmbed, PullQuote, UrlFor} from '../article.ts'
import type {ArticleComponents} from '../components.ts'
import {embeddedPoll, pollsAfterText} from '../parts/poll.ts'
import {pulledWords, withoutNestedLinks} from '../parts/text.ts'
import {attributes} from './attributes.ts'
import {defaultComponents} from './components.ts'
import {escapeText} from './escapeText.ts'

/** How a story becomes a page of yours. */
export interface RenderArticleOptions {
  /** Where a mentioned person, unit, organisation or place has its page. */
  urlFor: UrlFor
  /** Your own rendering of single parts; the others stay as they are. */
  components?: Partial<ArticleComponents>
  /** Your own paragraphs, headings, lists, decorators and block objects, as `toHTML` takes them. */
  portableText?: PortableTextComponents
}

/**
 * A story as HTML: headline, standfirst, byline, lead picture, text, its corrections and those of
 * the polls behind its figures that the text does not show, in one `<article>`. The words are those of the text to the letter, everything else is
 * escaped. Of a story that was withdrawn only the headline and the notice are left.
 */
export function renderArticle(
  article: Article,
  {urlFor, components, portableText}: RenderArticleOptions,
): string {
  const parts = {...defaultComponents, ...components}
  const start = `<article${attributes({lang: article.language || undefined})}>`
  const headline = parts.headline(article)
  if (article.withdrawal) {
    return `${start}<header>${headline}</header>${parts.withdrawal(article.withdrawal)}</article>`
  }
  const lead = article.leadImage ? parts.picture(article.leadImage, {isFirst: true}) : ''
  const corrections = article.corrections.map(parts.correction).join('')
  const polls = pollsAfterText(article).map(parts.poll).join('')
  return [
    start,
    `<header>${headline}${parts.standfirst(article)}${parts.byline(article)}${lead}</header>`,
    `<div class="text">${renderText(article, parts, urlFor, portableText)}</div>`,
    corrections && `<aside class="corrections"><ul>${corrections}</ul></aside>`,
    polls && `<aside class="polls">${polls}</aside>`,
    '</article>',
  ].join('')
}

function renderText(
  article: Article,
  {mention, quotation, figure, link, picture, pullQuote, factBox, poll}: ArticleComponents,
  urlFor: UrlFor,
  portableText: PortableTextComponents = {},
): string {
  const annotation =
    <Value>(render: (annotated: Annotated<Value>) => string) =>
    ({value, children}: {value?: Value; children: string}): string =>
      value === undefined ? children : render({value, children, urlFor})
  const {marks, types, ...others} = portableText
  return toHTML(withoutNestedLinks(article.body), {
    components: {
      escapeHTML: escapeText,
      ...others,
      types: {
        creditedImage: ({value}: {value: Picture}) => picture(value),
        pullQuote: ({value}: {value: PullQuote}) => {
          const words = pulledWords(article, value)
          return words ? pullQuote(words, {urlFor}) : ''
        },
        factBox: ({value}: {value: FactBox}) => factBox(value),
        pollEmbed: ({value}: {value: PollEmbed}) => poll(embeddedPoll(value)),
        ...types,
      },
      marks: {
        mention: annotation(mention),
        quotation: annotation(quotation),
        figure: annotation(figure),
        link: annotation(link),
        ...marks,
      },
    },
  })
}
