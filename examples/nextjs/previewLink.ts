// `npm run preview -- /article/…` prints an address for an editor who has no Studio at hand: whoever
// opens it within the hour sees drafts. Studio’s Presentation tool makes such addresses by itself.
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {createStoryClient} from 'storygraph/client'

import {dataset} from './lib/dataset.ts'
import {site} from './lib/site.ts'

const {SANITY_API_TOKEN: token} = process.env
const [page = '/'] = process.argv.slice(2)
const client = createStoryClient({
  ...dataset,
  purpose: 'preview',
  ...(token !== undefined && {token}),
}).withConfig({perspective: 'raw'})

const {secret} = await createPreviewSecret(client, 'previewLink', site.siteUrl)
const link = new URL('/preview/enter', site.siteUrl)
link.searchParams.set('sanity-preview-secret', secret)
link.searchParams.set('sanity-preview-pathname', page)
console.log(link.href)
