import type {FactBox, Poll} from '../article.ts'
import {COLUMN, pictureFiles} from '../parts/picture.ts'
import {pollHeadings, pollRow, pollSource} from '../parts/poll.ts'
import {factParagraphs} from '../parts/text.ts'
import {safeAddress} from '../safeAddress.ts'
import type {PictureProps, PullQuoteProps} from './props.ts'

/**
 * A picture with its caption and whoever made it, cut as the editor cut it. Its width and height are
 * given, so that the text does not jump when it comes. Nothing while there is no file.
 */
export function StoryPicture({picture, sizes = COLUMN, isFirst = false}: PictureProps) {
  const files = pictureFiles(picture)
  if (!files) return null
  const {caption, credit} = picture
  const {src, srcSet, ...others} = files
  return (
    <figure className="picture">
      <img
        src={src}
        srcSet={srcSet}
        sizes={sizes}
        {...others}
        {...(isFirst ? {fetchPriority: 'high'} : {loading: 'lazy'})}
        decoding="async"
      />
      {caption || credit ? (
        <figcaption>
          {caption ? <span className="caption">{caption}</span> : null}
          {caption && credit ? ' ' : null}
          {credit ? <span className="credit">{credit}</span> : null}
        </figcaption>
      ) : null}
    </figure>
  )
}

/** Words of the story once more and large, as they are printed there, with whoever said them. */
export function StoryPullQuote({quotation: {text, speaker}, urlFor}: PullQuoteProps) {
  return (
    <figure className="pull-quote">
      <blockquote cite={speaker ? safeAddress(urlFor(speaker)) : undefined}>
        <p>{text}</p>
      </blockquote>
      {speaker?.name ? <figcaption>{speaker.name}</figcaption> : null}
    </figure>
  )
}

/** A few lines of background, set apart from the story. */
export function StoryFactBox({box}: {box: FactBox}) {
  return (
    <aside className="fact-box">
      {box.title ? <h2>{box.title}</h2> : null}
      {factParagraphs(box).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </aside>
  )
}

/** What a poll found, in the words of the story, as a small table. */
export function StoryPoll({poll}: {poll: Poll}) {
  if (poll.findings.length === 0) return null
  const source = pollSource(poll)
  return (
    <figure className="poll">
      <table>
        <caption>{poll.title}</caption>
        <thead>
          <tr>
            {pollHeadings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {poll.findings.map((finding) => (
            <PollRow key={finding._key} finding={finding} />
          ))}
        </tbody>
      </table>
      {source === undefined ? null : <figcaption>{source}</figcaption>}
    </figure>
  )
}

function PollRow({finding}: {finding: Poll['findings'][number]}) {
  const {topic, answer, share, value} = pollRow(finding)
  return (
    <tr>
      <th scope="row">{topic}</th>
      <td>{answer}</td>
      <td>{value === null ? share : <data value={value}>{share}</data>}</td>
    </tr>
  )
}
