import type {Site, UrlFor} from 'storygraph/render/head'

/** The types that have pages here; other names in a text stand there without a link. */
const types = ['article', 'person']

export const site: Site = {
  name: 'Storygraph Journal',
  siteUrl: process.env['SITE_URL'] || `http://localhost:${process.env['PORT'] || 3000}`,
  urlFor: ({_type, slug}) => (slug === null ? undefined : pathOf(_type, slug)),
}

/** Where a document of a type has its page; undefined when it has none. */
export function pathOf(type: string, slug: string): string | undefined {
  return types.includes(type) ? `/${type}/${encodeURIComponent(slug)}` : undefined
}

/** Where an editor sees a document as its draft is. */
export const previewUrlFor: UrlFor = (document) => {
  const path = site.urlFor(document)
  return path === undefined ? undefined : `/preview${path}`
}
