export type {
  Article,
  Figure,
  Link,
  Mention,
  PageSubject,
  Poll,
  Quotation,
  UrlFor,
} from '../article.ts'
export type {Annotated} from './annotated.ts'
export {defaultComponents, type ArticleComponents} from './components.ts'
export {renderArticle, type RenderArticleOptions} from './renderArticle.ts'
