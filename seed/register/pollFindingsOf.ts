import type {Extraction} from '../extract/extract.ts'
import type {PollFinding} from '../extract/pollFindings.ts'
import {covers} from '../extract/span.ts'
import {locatePassage} from './passages.ts'
import type {Register, RegisterPoll} from './registerSchema.ts'

/**
 * The findings of a poll: those of the paragraph that stand behind the words that introduce it,
 * up to the words that introduce another.
 */
export function findingsOf(
  article: Extraction,
  register: Register,
  poll: RegisterPoll,
): PollFinding[] {
  const introductions = register.polls
    .flatMap((one) =>
      one.passages.flatMap((passage) => {
        const located = locatePassage(article, passage)
        return located ? [{...located, poll: one}] : []
      }),
    )
    .sort((a, b) => a.start - b.start)
  return article.pollFindings.filter((finding) => {
    const paragraph = article.paragraphs.findIndex((span) => covers(span, finding))
    const before = introductions.filter(
      (one) => one.paragraph === paragraph && one.start <= finding.start,
    )
    return before.at(-1)?.poll === poll
  })
}
