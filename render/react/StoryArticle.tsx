import type {PortableTextComponents} from '@portabletext/react'
import {useMemo} from 'react'

import type {Article, UrlFor} from '../article.ts'
import {pollsAfterText} from '../parts/poll.ts'
import {defaultComponents} from './components.ts'
import type {StoryComponents} from './props.ts'
import {StoryText} from './StoryText.tsx'

/** What a story needs to become part of a page of yours. */
export interface StoryArticleProps {
  article: Article
  /** Where a mentioned person, unit, organisation or place has its page. */
  urlFor: UrlFor
  /** Your own components for single parts; the others stay as they are. */
  components?: Partial<StoryComponents>
  /** Your own paragraphs, headings, lists and decorators, as `PortableText` takes them. */
  portableText?: PortableTextComponents
}

/**
 * A story as `renderArticle` of `storygraph/render/html` has it, in the same markup: headline,
 * standfirst, byline, lead picture, text, its corrections and those of the polls behind its figures
 * that the text does not show, in one `<article>`. Of a story that was withdrawn only the headline
 * and the notice are left.
 */
export function StoryArticle({article, urlFor, components, portableText}: StoryArticleProps) {
  const parts = useMemo(() => ({...defaultComponents, ...components}), [components])
  const {headline: Headline, withdrawal: Withdrawal} = parts
  const {withdrawal, leadImage, corrections} = article
  const lang = article.language || undefined
  if (withdrawal) {
    return (
      <article lang={lang}>
        <header>
          <Headline article={article} />
        </header>
        <Withdrawal withdrawal={withdrawal} />
      </article>
    )
  }
  const {standfirst: Standfirst, byline: Byline, picture: Picture} = parts
  const {correction: Correction, poll: Poll} = parts
  const polls = pollsAfterText(article)
  return (
    <article lang={lang}>
      <header>
        <Headline article={article} />
        <Standfirst article={article} />
        <Byline article={article} />
        {leadImage ? <Picture picture={leadImage} isFirst /> : null}
      </header>
      <div className="text">
        <StoryText article={article} urlFor={urlFor} parts={parts} portableText={portableText} />
      </div>
      {corrections.length > 0 ? (
        <aside className="corrections">
          <ul>
            {corrections.map((correction) => (
              <Correction key={correction._key} correction={correction} />
            ))}
          </ul>
        </aside>
      ) : null}
      {polls.length > 0 ? (
        <aside className="polls">
          {polls.map((poll) => (
            <Poll key={poll._id} poll={poll} />
          ))}
        </aside>
      ) : null}
    </article>
  )
}
