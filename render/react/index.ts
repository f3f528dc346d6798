export type {Article, PageSubject, UrlFor} from '../article.ts'
export {defaultComponents} from './components.ts'
export type {
  AnnotatedProps,
  ArticleProps,
  PictureProps,
  PullQuoteProps,
  StoryComponents,
} from './props.ts'
export {StoryArticle, type StoryArticleProps} from './StoryArticle.tsx'
