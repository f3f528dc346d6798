import type {Extraction} from '../extract/extract.ts'
import {locatePassage} from './passages.ts'
import type {EntityOf} from './registerSchema.ts'
import {sentenceAt} from './sentenceAt.ts'

type Protection = NonNullable<EntityOf<'person'>['protection']>

const introduction =
  /(?:(?:known|identified|named|referred to)(?: only| simply)? (?:as|by)|call ?sign|code ?named?|pseudonym|nom de guerre|alias)[^.;:!?]*$/iu
const asked = /\b(?:asked|wished|wants?|wanted|requested|preferred|on condition)\b/i

/**
 * What an article says of somebody whom it does not name in full: the words that stand for them,
 * and whether that was their own wish.
 */
export function protectionInText(article: Extraction, entity: string): Protection | undefined {
  const {text, mentions} = article
  const told = mentions
    .filter((mention) => mention.entity === entity)
    .flatMap((mention) => {
      const sentence = sentenceAt(article, mention)
      if (!sentence) return []
      const before = introduction.exec(text.slice(sentence.start, mention.start))
      return [{mention, sentence, start: before ? sentence.start + before.index : undefined}]
    })
  const first = told.find(({start}) => start !== undefined) ?? told[0]
  if (!first) return undefined
  const {mention, sentence, start = mention.start} = first
  const words = text.slice(sentence.start, sentence.end)
  const passage = locatePassage(article, words) ? words : undefined
  if (passage === undefined) return undefined
  return {
    basis: asked.test(words) ? 'ownRequest' : 'notStated',
    publicWording: text.slice(start, mention.end),
    passages: [passage],
  }
}
