import {StoryFactBox, StoryPicture, StoryPoll, StoryPullQuote} from './blocks.tsx'
import {StoryFigure, StoryLink, StoryMention, StoryQuotation} from './marks.tsx'
import {
  StoryByline,
  StoryCorrection,
  StoryHeadline,
  StoryStandfirst,
  StoryWithdrawal,
} from './parts.tsx'
import type {StoryComponents} from './props.ts'

/** How the parts are rendered unless told otherwise; each can be used in one’s own. */
export const defaultComponents: StoryComponents = {
  headline: StoryHeadline,
  standfirst: StoryStandfirst,
  byline: StoryByline,
  picture: StoryPicture,
  mention: StoryMention,
  quotation: StoryQuotation,
  figure: StoryFigure,
  link: StoryLink,
  pullQuote: StoryPullQuote,
  factBox: StoryFactBox,
  poll: StoryPoll,
  correction: StoryCorrection,
  withdrawal: StoryWithdrawal,
}
