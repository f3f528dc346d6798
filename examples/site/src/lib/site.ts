import type {Site, UrlFor} from 'storygraph/render/head'

/** Where each document has its page: `/person/…/`, `/poll/…/`. */
export const urlFor: UrlFor = ({_type, slug}) =>
  slug === null ? undefined : `/${_type}/${encodeURIComponent(slug)}/`

/** What the site is called, and the address that it is published under. */
export const site: Site = {
  name: 'Storygraph Journal',
  siteUrl: import.meta.env.SITE,
  urlFor,
}

/** Where the feeds are. */
export const feeds = {rss: '/feed.xml', json: '/feed.json'}
