export type {Annotated, UrlFor} from './annotated.ts'
export type {Article, Figure, Link, LinkedDocument, Mention, Poll, Quotation} from './article.ts'
export {defaultComponents, type ArticleComponents} from './components.ts'
export {renderArticle, type RenderArticleOptions} from './renderArticle.ts'
