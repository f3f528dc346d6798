import type {ArticleComponents} from '../components.ts'
import {renderByline} from './byline.ts'
import {renderCorrection} from './correction.ts'
import {renderFactBox} from './factBox.ts'
import {renderFigure} from './figure.ts'
import {renderHeadline} from './headline.ts'
import {renderLink} from './link.ts'
import {renderMention} from './mention.ts'
import {renderPicture} from './picture.ts'
import {renderPoll} from './poll.ts'
import {renderPullQuote} from './pullQuote.ts'
import {renderQuotation} from './quotation.ts'
import {renderStandfirst} from './standfirst.ts'
import {renderWithdrawal} from './withdrawal.ts'

/** How the parts are rendered unless told otherwise; each can be called from one’s own. */
export const defaultComponents: ArticleComponents = {
  headline: renderHeadline,
  standfirst: renderStandfirst,
  byline: renderByline,
  picture: renderPicture,
  mention: renderMention,
  quotation: renderQuotation,
  figure: renderFigure,
  link: renderLink,
  pullQuote: renderPullQuote,
  factBox: renderFactBox,
  poll: renderPoll,
  correction: renderCorrection,
  withdrawal: renderWithdrawal,
}
