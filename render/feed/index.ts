export type {PageSubject, UrlFor} from '../article.ts'
export type {Site} from '../site.ts'
export {jsonFeed, type JsonFeed} from './jsonFeed.ts'
export {rss} from './rss.ts'
