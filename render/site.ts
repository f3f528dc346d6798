import type {PageSubject, UrlFor} from './article.ts'

/** The site that a story is published on. */
export interface Site {
  readonly name: string
  /** Its whole address, such as `https://news.example`; paths of `urlFor` are taken from it. */
  readonly siteUrl: string
  readonly urlFor: UrlFor
}

/** The whole address of a document’s page; undefined when it has none that a reader could follow. */
export function addressOf({siteUrl, urlFor}: Site, document: PageSubject): string | undefined {
  const address = urlFor(document)
  if (address === undefined || !URL.canParse(address, siteUrl)) return undefined
  const url = new URL(address, siteUrl)
  return /^https?:$/.test(url.protocol) ? url.href : undefined
}
