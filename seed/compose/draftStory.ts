import type {DeskImport} from '../../sanity.types.ts'
import {extract, unread} from '../extract/extract.ts'
import {isEnglish} from '../extract/language.ts'
import {readLayout} from '../extract/paragraphs.ts'
import type {Known} from '../known/known.ts'
import type {NewId} from '../register/derivedIds.ts'
import {draftRegister, type RegisterFile} from '../register/draftRegister.ts'
import {registerSchema} from '../register/registerSchema.ts'
import type {SeedDocument} from '../write/writeDocuments.ts'
import {asDrafts} from './asDrafts.ts'
import {companion} from './companion.ts'
import {composeStory} from './composeStory.ts'
import type {ArticleDocument} from './documents.ts'
import {ofDocuments} from './ofDocuments.ts'
import type {Story} from './story.ts'

/** An article that no editor has read for the graph yet. */
export interface NewArticle {
  /** The id that the article has, or will have, once it is published. */
  readonly id: string
  /** Its headline and paragraphs, a line each. */
  readonly text: string
  /** Whether the first line is known to be the headline, however it looks. */
  readonly isTitled?: boolean
  /** Only what is in English is read; any other story is drafted as it is printed. */
  readonly language?: string
  /** What is known of it beside its text, as the document keeps it: when it came out, who wrote it. */
  readonly fields?: Partial<Omit<ArticleDocument, '_id' | '_type' | 'body'>>
  /** Which file it was read from; for the desk. */
  readonly importInfo?: Omit<DeskImport, '_type'>
}

/** What a story is drafted with. */
export interface Drafting {
  readonly article: NewArticle
  readonly known: Known
  readonly newId: NewId
}

/** A story that waits for its editors. */
export interface DraftedStory {
  /**
   * The article, whom and what it names for the first time, its polls: all of them drafts; and what
   * the desk keeps of its marks.
   */
  readonly documents: readonly SeedDocument[]
  /** What an editor would correct, to have the story composed from it instead. */
  readonly register: RegisterFile
  readonly story: Story
}

/**
 * From a text to the drafts of a story, with everything that was found in it marked as suggested.
 * The same text, id and known entries give the same documents. The text must hold an article, as
 * `checkArticleText` says.
 */
export function draftStory({article: source, known, newId}: Drafting): DraftedStory {
  // What this article brought in itself, and nobody has confirmed, is found anew as it was then.
  const gazetteer = known
    .gazetteerFor(source.text)
    .filter(
      ({entity, type, names: [name = '']}) =>
        !known.isSuggested(entity) || entity !== newId(type, name),
    )
  const {text, language = 'en', isTitled} = source
  const layout = readLayout(text, isTitled)
  const reading = isEnglish(language) ? extract(text, gazetteer, layout) : unread(text, layout)
  const {register, matches} = draftRegister({
    article: reading,
    gazetteer,
    articleId: source.id,
    language,
    known,
    newId,
  })
  const story = {article: ofDocuments(reading, matches), register: registerSchema.parse(register)}
  const documents: SeedDocument[] = composeStory(story).map((document) =>
    document._type === 'article' ? {...document, ...source.fields} : document,
  )
  return {
    documents: [
      ...asDrafts(documents, {...known, isSuggested: true}),
      companion(story, gazetteer, source.importInfo),
    ],
    register,
    story,
  }
}
