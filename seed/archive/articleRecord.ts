import {z} from 'zod'

import type {ArticleDocument} from '../compose/documents.ts'
import {isEnglish, looksEnglish} from '../extract/language.ts'
import {checkArticleText} from '../compose/checkArticleText.ts'
import {bylines, corrections, languageTag, moment} from './recordFields.ts'

/** An article of an archive, read and understood. */
export interface ArchiveArticle {
  /** What the article is called in messages: a file, or a line of one. */
  readonly place: string
  /** What tells the article from all others of its dataset, so that a further run finds it again. */
  readonly source: string
  /** The headline in the first line, then the paragraphs. */
  readonly text: string
  readonly isTitled: boolean
  /** `undefined` when it is neither given nor English. */
  readonly language: string | undefined
  readonly fields: Partial<Omit<ArticleDocument, '_id' | '_type' | 'body'>>
  /** What is known of it and has no field in the content model. */
  readonly leftOver: readonly string[]
}

/** An article, or one sentence for each thing that is wrong with it. */
export type ReadArticle =
  | {readonly article: ArchiveArticle; readonly problems?: never}
  | {readonly problems: readonly string[]; readonly article?: never}

/** An empty value in an export says that nothing is known. */
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), type.optional())

const recordSchema = z.looseObject({
  id: z.union([z.string().min(1), z.number().transform(String)], {error: 'must be text'}),
  text: z.string({error: 'must be the text of the article'}),
  title: optional(z.string().regex(/^[^\r\n\u2028\u2029]*$/, 'must be one line')),
  standfirst: optional(z.string()),
  publishedAt: optional(moment),
  bylines: optional(bylines),
  language: optional(languageTag),
  corrections: optional(corrections),
})

const mapped: readonly string[] = Object.keys(recordSchema.shape)

/**
 * Reads a record of an archive: `id`, `text` and whatever else is known. What is not given stays
 * empty; what the content model has no field for is named.
 */
export function readRecord(record: unknown, place: string): ReadArticle {
  const parsed = recordSchema.safeParse(record)
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({path, message}) => {
        const [field = 'it', ...inner] = path.map(String)
        return `${[field, ...inner.map((part) => `[${part}]`)].join('')}: ${message}`
      }),
    }
  }
  const {id, text, title, standfirst, publishedAt, bylines, language, corrections, ...others} =
    parsed.data
  const leftOver = Object.entries(others).flatMap(([name, value]) =>
    mapped.includes(name) || isEmpty(value) ? [] : [name],
  )
  return readArticle({
    place,
    source: id,
    text,
    title,
    language,
    leftOver,
    fields: {
      ...(standfirst !== undefined && {standfirst}),
      ...(publishedAt !== undefined && {publishedAt}),
      ...(bylines !== undefined && bylines.length > 0 && {bylines}),
      ...(corrections !== undefined && corrections.length > 0 && {corrections}),
    },
  })
}

/** What is known of an article before its text has been looked at. */
export interface ArticleSource {
  readonly place: string
  readonly source: string
  readonly text: string
  readonly title?: string | undefined
  readonly language?: string | undefined
  readonly leftOver?: readonly string[]
  readonly fields?: ArchiveArticle['fields']
}

/** Puts the headline before the text, where it is given apart, and tells the language. */
export function readArticle(source: ArticleSource): ReadArticle {
  const {place, title, leftOver = [], fields = {}} = source
  const isTitled = title !== undefined
  const text = isTitled ? withHeadline(source.text, title) : source.text
  const [problem] = checkArticleText(text, place, isTitled)
  if (problem) return {problems: [problem.message]}
  const language = source.language ?? (looksEnglish(text) ? 'en' : undefined)
  return {article: {place, source: source.source, text, isTitled, language, fields, leftOver}}
}

/** Whether suggestions can be made for an article. */
export function isReadable({language}: ArchiveArticle): boolean {
  return language !== undefined && isEnglish(language)
}

function withHeadline(text: string, title: string): string {
  const [first = ''] = text.trimStart().split(/[\r\n\u2028\u2029]/, 1)
  return first.trim() === title.trim() ? text : `${title}\n${text}`
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
