import type {ComponentType, ReactNode} from 'react'

import type {Annotated} from '../annotated.ts'
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
} from '../article.ts'
import type {PictureOptions} from '../parts/picture.ts'

/** What the component of a whole story’s part is given. */
export interface ArticleProps {
  article: Article
}

/** What the component of annotated words is given. */
export type AnnotatedProps<Value> = Annotated<Value, ReactNode>

/** What the component of a picture is given. */
export type PictureProps = PictureOptions & {picture: Picture}

/** What the component of a pull quote is given. */
export interface PullQuoteProps {
  quotation: QuotedWords
  urlFor: UrlFor
}

/** One component for each part of a story. None has state, so each renders on a server too. */
export interface StoryComponents {
  headline: ComponentType<ArticleProps>
  standfirst: ComponentType<ArticleProps>
  byline: ComponentType<ArticleProps>
  /** The picture above the story, and those in its text. */
  picture: ComponentType<PictureProps>
  mention: ComponentType<AnnotatedProps<Mention>>
  quotation: ComponentType<AnnotatedProps<Quotation>>
  figure: ComponentType<AnnotatedProps<Figure>>
  link: ComponentType<AnnotatedProps<Link>>
  /** A quotation of the story, once more and large. */
  pullQuote: ComponentType<PullQuoteProps>
  /** A few lines of background, set apart from the story. */
  factBox: ComponentType<{box: FactBox}>
  /** A poll in the text, with the findings to show there, or behind the story’s figures after it. */
  poll: ComponentType<{poll: Poll}>
  /** One change that readers are told of; they come after the text, newest first. */
  correction: ComponentType<{correction: Correction}>
  /** What stands in the place of the text of a story that was taken back. */
  withdrawal: ComponentType<{withdrawal: Withdrawal}>
}
