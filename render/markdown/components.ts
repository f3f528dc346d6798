import {portableTextToMarkdown} from '@portabletext/markdown'

import type {Article, Correction, Withdrawal} from '../article.ts'
import type {ArticleComponents} from '../components.ts'
import {bylineWords} from '../parts/byline.ts'
import {correctionLabel, withdrawalNotice} from '../parts/notices.ts'
import {renderFactBox, renderPicture, renderPoll, renderPullQuote} from './blocks.ts'
import {blockOf, paragraph} from './escape.ts'
import {renderLink, renderMention, renderWords} from './marks.ts'

/** How the parts are written unless told otherwise; each can be called from one’s own. */
export const defaultComponents: ArticleComponents = {
  headline: ({title}: Pick<Article, 'title'>) => (title ? paragraph(title, {style: 'h1'}) : ''),
  standfirst: ({standfirst}: Pick<Article, 'standfirst'>) => paragraph(standfirst ?? ''),
  byline: (article) => paragraph(bylineWords(article) ?? ''),
  picture: renderPicture,
  mention: renderMention,
  quotation: renderWords,
  figure: renderWords,
  link: renderLink,
  pullQuote: renderPullQuote,
  factBox: renderFactBox,
  poll: renderPoll,
  correction: renderCorrection,
  withdrawal: renderWithdrawal,
}

/** An item of a list; the old wording under it, only where it was kept. */
function renderCorrection({date, kind, text, before, after}: Correction): string {
  const label = {text: correctionLabel({kind}), marks: ['strong']}
  const news = {text: [date && `, ${date}`, `: ${text}`].join('')}
  return portableTextToMarkdown([
    blockOf([label, news], {level: 1}, 'correction'),
    ...(before ? [blockOf(`Before: ${before}`, {level: 2}, 'before')] : []),
    ...(after ? [blockOf(`Now: ${after}`, {level: 2}, 'after')] : []),
  ])
}

function renderWithdrawal({date, notice}: Withdrawal): string {
  return paragraph([withdrawalNotice({notice}), date].filter(Boolean).join(' '))
}
