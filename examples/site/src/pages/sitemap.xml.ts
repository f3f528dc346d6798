import {sitemapQuery} from 'storygraph/queries'

import {all, client} from '../lib/lake.ts'
import {site, urlFor} from '../lib/site.ts'

/** Every page that search engines should know; addresses are encoded, so that none needs escaping. */
export async function GET(): Promise<Response> {
  const rows = await all(
    (after: string | null) => client.fetch(sitemapQuery, {after}),
    ({_id}) => _id,
  )
  const urls = rows.flatMap((row) => {
    const path = urlFor(row)
    if (path === undefined) return []
    const address = new URL(path, site.siteUrl).href
    return [`<url><loc>${address}</loc><lastmod>${row.updatedAt}</lastmod></url>`]
  })
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
  ].join('\n')
  return new Response(xml, {headers: {'content-type': 'application/xml; charset=utf-8'}})
}
