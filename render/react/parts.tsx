import type {Correction, Withdrawal} from '../article.ts'
import {bylineWords} from '../parts/byline.ts'
import {correctionLabel, withdrawalNotice} from '../parts/notices.ts'
import type {ArticleProps} from './props.ts'

/** The headline; nothing for a story that has none yet. */
export function StoryHeadline({article: {title}}: ArticleProps) {
  return title ? <h1>{title}</h1> : null
}

/** The lines under the headline, if there are any. */
export function StoryStandfirst({article: {standfirst}}: ArticleProps) {
  return standfirst ? <p className="standfirst">{standfirst}</p> : null
}

/** Who made the story, or why nobody is named; nothing when neither is filled in. */
export function StoryByline({article}: ArticleProps) {
  const words = bylineWords(article)
  return words === undefined ? null : <p className="byline">{words}</p>
}

/** What readers are told of one change to the story; the old wording only where it was kept. */
export function StoryCorrection({correction}: {correction: Correction}) {
  const {date, text, before, after} = correction
  return (
    <li className="correction">
      <p>
        <strong>{correctionLabel(correction)}</strong>
        {date ? (
          <>
            {', '}
            <time dateTime={date}>{date}</time>
          </>
        ) : null}
        {`: ${text}`}
      </p>
      {before ? (
        <p>
          {'Before: '}
          <del>{before}</del>
        </p>
      ) : null}
      {after ? (
        <p>
          {'Now: '}
          <ins>{after}</ins>
        </p>
      ) : null}
    </li>
  )
}

/** What stands in the place of a story that was taken back: the notice and its day, nothing else. */
export function StoryWithdrawal({withdrawal}: {withdrawal: Withdrawal}) {
  const {date} = withdrawal
  return (
    <p className="withdrawal">
      {withdrawalNotice(withdrawal)}
      {date ? (
        <>
          {' '}
          <time dateTime={date}>{date}</time>
        </>
      ) : null}
    </p>
  )
}
