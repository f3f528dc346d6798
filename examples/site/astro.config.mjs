import {defineConfig} from 'astro/config'

const port = Number(process.env.PORT || 4321)

// SITE_URL is what canonical addresses, feeds and the sitemap begin with.
export default defineConfig({
  site: process.env.SITE_URL || `http://localhost:${port}`,
  server: {port},
  trailingSlash: 'always',
  build: {inlineStylesheets: 'never'},
  devToolbar: {enabled: false},
})
