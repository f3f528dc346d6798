import type {FoundEntity} from '../extract/entities.ts'
import type {Extraction} from '../extract/extract.ts'
import {locatePassage} from './passages.ts'
import type {EntityOf} from './registerSchema.ts'
import {sentenceAt} from './sentenceAt.ts'

type Protection = NonNullable<EntityOf<'person'>['protection']>

const introduction =
  /(?:(?:known|identified|named|referred to) (?:only|simply) (?:as|by)|call ?sign|code ?named?|pseudonym|nom de guerre)[^.;:!?]*$/iu
const asked = /\b(?:asked|wished|wants?|wanted|requested|preferred|on condition)\b/i

/**
 * What an article says of somebody whose name it withholds: the words that stand for them, and
 * whether that was their own wish. Nothing for somebody who is not introduced by such
 * words, unless the name is known to be a codename.
 */
export function protectionInText(
  article: Extraction,
  {entity, codename}: Pick<FoundEntity, 'entity' | 'codename'>,
): Protection | undefined {
  const {text, mentions} = article
  const told = mentions
    .filter((mention) => mention.entity === entity)
    .flatMap((mention) => {
      const sentence = sentenceAt(article, mention)
      if (!sentence) return []
      const before = introduction.exec(text.slice(sentence.start, mention.start))
      return [{mention, sentence, start: before ? sentence.start + before.index : undefined}]
    })
  const first = told.find(({start}) => start !== undefined) ?? (codename ? told[0] : undefined)
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
