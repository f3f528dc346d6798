export type {Article, PageSubject, UrlFor} from '../article.ts'
export type {Site} from '../site.ts'
export {headTags, type HeadTag} from './headTags.ts'
export {renderHead} from './renderHead.ts'
