import type {Annotated} from './annotated.ts'
import type {Article, Figure, Link, Mention, Poll, Quotation} from '../article.ts'
import {renderByline} from './byline.ts'
import {renderCorrection} from './correction.ts'
import {renderFigure} from './figure.ts'
import {renderHeadline} from './headline.ts'
import {renderLink} from './link.ts'
import {renderMention} from './mention.ts'
import {renderPoll} from './poll.ts'
import {renderQuotation} from './quotation.ts'
import {renderStandfirst} from './standfirst.ts'
import {renderWithdrawal} from './withdrawal.ts'

/** One function for each part of a story. Each returns HTML, and escapes what it puts into it. */
export interface ArticleComponents {
  headline: (article: Article) => string
  standfirst: (article: Article) => string
  byline: (article: Article) => string
  mention: (annotated: Annotated<Mention>) => string
  quotation: (annotated: Annotated<Quotation>) => string
  figure: (annotated: Annotated<Figure>) => string
  link: (annotated: Annotated<Link>) => string
  /** A poll behind the story’s figures, shown after its text. */
  poll: (poll: Poll) => string
  /** One change that readers are told of; they come after the text, newest first. */
  correction: (correction: Article['corrections'][number]) => string
  /** What stands in the place of the text of a story that was taken back. */
  withdrawal: (withdrawal: NonNullable<Article['withdrawal']>) => string
}

/** How the parts are rendered unless told otherwise; each can be called from one’s own. */
export const defaultComponents: ArticleComponents = {
  headline: renderHeadline,
  standfirst: renderStandfirst,
  byline: renderByline,
  mention: renderMention,
  quotation: renderQuotation,
  figure: renderFigure,
  link: renderLink,
  poll: renderPoll,
  correction: renderCorrection,
  withdrawal: renderWithdrawal,
}
