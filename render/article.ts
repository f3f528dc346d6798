import type {ArticleBySlugQueryResult} from '../queries/index.ts'

/** A story as `articleBySlugQuery` yields it. */
export type Article = NonNullable<ArticleBySlugQueryResult>

type Mark = Extract<Article['body'][number], {_type: 'block'}>['markDefs'][number]

/** A name in the text and whom or what it names. */
export type Mention = Extract<Mark, {_type: 'mention'}>

/** Words between quotation marks and who said them. */
export type Quotation = Extract<Mark, {_type: 'quotation'}>

/** A number in the text. */
export type Figure = Extract<Mark, {_type: 'figure'}>

/** A link to a page elsewhere. */
export type Link = Extract<Mark, {_type: 'link'}>

/** A poll behind one of the story’s figures. */
export type Poll = Article['polls'][number]

/** What has a page: enough to know its address by. */
export interface PageSubject {
  readonly _id: string
  readonly _type: Mention['entity']['_type'] | 'article' | 'poll'
  readonly slug: string | null
}

/** Where a document has its page, as a path or a whole address; undefined when it has none. */
export type UrlFor = (document: PageSubject) => string | undefined
