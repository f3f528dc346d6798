import type {ArticleBySlugQueryResult} from '../../queries/index.ts'

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

/** What a page can be about, and so be linked to. */
export type LinkedDocument = Pick<Mention['entity'], '_id' | '_type' | 'name' | 'slug'>
