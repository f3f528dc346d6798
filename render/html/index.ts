export type {Annotated} from '../annotated.ts'
export type {
  Article,
  Correction,
  FactBox,
  Figure,
  Link,
  Mention,
  PageSubject,
  Picture,
  Poll,
  Quotation,
  QuotedWords,
  UrlFor,
  Withdrawal,
} from '../article.ts'
export type {ArticleComponents} from '../components.ts'
export type {PictureOptions} from '../parts/picture.ts'
export {defaultComponents} from './components.ts'
export {renderPicture} from './picture.ts'
export {renderArticle, type RenderArticleOptions} from './renderArticle.ts'
