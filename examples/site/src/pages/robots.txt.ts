import {site} from '../lib/site.ts'

export function GET(): Response {
  const sitemap = new URL('/sitemap.xml', site.siteUrl).href
  return new Response(`User-agent: *\nAllow: /\nSitemap: ${sitemap}\n`)
}
