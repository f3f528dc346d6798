import type {Figure} from '../extract/figures.ts'
import type {Span} from '../extract/span.ts'
import {type FoundMark, type Mark, paragraphMarks} from '../marks/paragraphMarks.ts'
import {findingsOf} from '../register/pollFindingsOf.ts'
import type {Paragraph} from './documents.ts'
import type {Story} from './story.ts'
import {blockKey} from './story.ts'

/**
 * The article's text as blocks, one a paragraph. What was found is marked on the words themselves;
 * the spans of a block, joined, are the printed paragraph to the letter.
 */
export function articleBody(story: Story): Paragraph[] {
  const {article} = story
  const pollOf = pollsByFigure(story)
  return article.paragraphs.map((paragraph, index) => {
    const block = blockKey(index)
    const marks = paragraphMarks(article, paragraph, {block})
    return {
      _key: block,
      _type: 'block',
      style: 'normal',
      markDefs: marks.map((one) => withPoll(one, pollOf)),
      children: spans(article.text, paragraph, marks, block),
    }
  })
}

/** Cuts a paragraph wherever a mark begins or ends; overlapping ones share their spans. */
function spans(text: string, paragraph: Span, marks: readonly FoundMark[], key: string) {
  const edges = marks.flatMap(({start, end}) => [start, end])
  const cuts = [...new Set([paragraph.start, ...edges, paragraph.end])].sort((a, b) => a - b)
  const inOrder = marks.map((one, order) => ({...one, order}))
  const beginning = Map.groupBy(inOrder, ({start}) => start)
  let open: typeof inOrder = []
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? end
    open = [...open.filter((one) => one.end > start), ...(beginning.get(start) ?? [])].sort(
      (a, b) => a.order - b.order,
    )
    return {
      _key: `${key}s${index}`,
      _type: 'span' as const,
      text: text.slice(start, end),
      marks: open.map(({mark}) => mark._key),
    }
  })
}

/** A figure that is a finding of a poll points to it. */
function withPoll({mark, found}: FoundMark, pollOf: ReadonlyMap<unknown, string>): Mark {
  const poll = pollOf.get(found)
  return mark._type === 'figure' && poll !== undefined
    ? {...mark, poll: {_type: 'reference', _ref: poll}, findingKey: mark._key}
    : mark
}

function pollsByFigure({article, register}: Story): ReadonlyMap<Figure, string> {
  return new Map(
    register.polls.flatMap((poll) =>
      findingsOf(article, register, poll).map(({figure}) => [figure, poll.id] as const),
    ),
  )
}
