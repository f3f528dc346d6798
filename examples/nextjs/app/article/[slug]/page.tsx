import {notFound} from 'next/navigation'
import {headTags} from 'storygraph/render/head'
import {jsonLd, jsonLdText} from 'storygraph/render/jsonld'
import {StoryArticle} from 'storygraph/render/react'

import {Head} from '../../../components/Head.tsx'
import {Live} from '../../../components/Live.tsx'
import {slugs, story} from '../../../lib/content.ts'
import {site} from '../../../lib/site.ts'

// Readers get whole pages, and status 404 where there is none: nothing waits for a script.
export const ensureStatic = 'navigation'

export const generateStaticParams = () => slugs('article')

export default async function StoryPage({params}: PageProps<'/article/[slug]'>) {
  const {slug} = await params
  const {data, tags} = await story(decodeURIComponent(slug))
  if (!data) notFound()
  return (
    <>
      <Head tags={headTags(data, site)} />
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{__html: jsonLdText(jsonLd(data, site))}}
      />
      <div className="story" dir="auto">
        <StoryArticle article={data} urlFor={site.urlFor} />
      </div>
      <Live tags={tags} />
    </>
  )
}
