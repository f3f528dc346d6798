import {titleOf} from '../../vocabulary/option.ts'
import {stances} from '../../vocabulary/polls.ts'
import type {Article, Poll, PollEmbed} from '../article.ts'

/** The headings over what a poll found. */
export const pollHeadings = ['On', 'Answer', 'Share'] as const

/** One finding in the words of the story; `value` is what they come to, if that is known. */
export function pollRow({topic, stance, value, framing}: Poll['findings'][number]): {
  topic: string
  answer: string
  share: string
  value: number | null
} {
  return {
    topic,
    answer: titleOf(stances, stance) ?? '',
    share: [framing, value.wording].filter(Boolean).join(' '),
    value: value.value,
  }
}

/** Who asked, and when; undefined when the story tells neither. */
export function pollSource({pollsterWording, fieldStart, fieldEnd}: Poll): string | undefined {
  const when = new Set([fieldStart?.wording, fieldEnd?.wording].filter(Boolean))
  const words = [pollsterWording, [...when].join(' – ')].filter(Boolean).join(', ')
  return words ? `Source: ${words}` : undefined
}

/** A poll in the text, with the findings that its editors chose; with all when they chose none. */
export function embeddedPoll({poll, findingKeys}: PollEmbed): Poll {
  if (findingKeys.length === 0) return poll
  return {
    ...poll,
    findings: poll.findings.filter(({_key}) => findingKeys.some((key) => key === _key)),
  }
}

/** The polls behind the story’s figures that its text does not show already. */
export function pollsAfterText({body, polls}: Pick<Article, 'body' | 'polls'>): Poll[] {
  const shown = new Set(body.map((block) => block._type === 'pollEmbed' && block.poll._id))
  return polls.filter(({_id}) => !shown.has(_id))
}
