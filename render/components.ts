import type {Annotated} from './annotated.ts'
import type {
  Article,
  Correction,
  FactBox,
  Figure,
  Link,
  Mention,
  Picture,
  Poll,
  QuotedWords,
  Quotation,
  UrlFor,
  Withdrawal,
} from './article.ts'
import type {PictureOptions} from './parts/picture.ts'

/**
 * One function for each part of a story. Each returns text of the format, and escapes what it puts
 * into it.
 */
export interface ArticleComponents {
  headline: (article: Article) => string
  standfirst: (article: Article) => string
  byline: (article: Article) => string
  /** The picture above the story, and those in its text. */
  picture: (picture: Picture, options?: PictureOptions) => string
  mention: (annotated: Annotated<Mention>) => string
  quotation: (annotated: Annotated<Quotation>) => string
  figure: (annotated: Annotated<Figure>) => string
  link: (annotated: Annotated<Link>) => string
  /** A quotation of the story, once more and large. */
  pullQuote: (quotation: QuotedWords, options: {urlFor: UrlFor}) => string
  /** A few lines of background, set apart from the story. */
  factBox: (box: FactBox) => string
  /** A poll in the text, with the findings to show there, or behind the story’s figures after it. */
  poll: (poll: Poll) => string
  /** One change that readers are told of; they come after the text, newest first. */
  correction: (correction: Correction) => string
  /** What stands in the place of the text of a story that was taken back. */
  withdrawal: (withdrawal: Withdrawal) => string
}
