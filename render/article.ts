import type {ArticleBySlugQueryResult} from '../queries/index.ts'

/** A story as `articleBySlugQuery` yields it. */
export type Article = NonNullable<ArticleBySlugQueryResult>

type Mark = Block<'block'>['markDefs'][number]

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

/** A block of the text, by its type. */
type Block<Type extends Article['body'][number]['_type']> = Extract<
  Article['body'][number],
  {_type: Type}
>

/** A quotation shown once more and large, by the key that it has in the text. */
export type PullQuote = Block<'pullQuote'>

/** A few lines of background, set apart from the story. */
export type FactBox = Block<'factBox'>

/** A poll shown in the text, with all that it found or some of it. */
export type PollEmbed = Block<'pollEmbed'>

/** Quoted words as printed, and who said them. */
export type QuotedWords = Article['quotations'][number]

/** A picture of a story or of an entry, as queries yield it. */
export type Picture = Omit<NonNullable<Article['leadImage']>, 'hotspot'>

/** One change that readers are told of. */
export type Correction = Article['corrections'][number]

/** That a story was taken back. */
export type Withdrawal = NonNullable<Article['withdrawal']>

/** What has a page: enough to know its address by. */
export interface PageSubject {
  readonly _id: string
  readonly _type: Mention['entity']['_type'] | 'article' | 'poll'
  readonly slug: string | null
}

/** Where a document has its page, as a path or a whole address; undefined when it has none. */
export type UrlFor = (document: PageSubject) => string | undefined
