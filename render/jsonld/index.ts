export type {Article, PageSubject, UrlFor} from '../article.ts'
export type {Site} from '../site.ts'
export {jsonLd, jsonLdText, type StoryJsonLd} from './jsonLd.ts'
