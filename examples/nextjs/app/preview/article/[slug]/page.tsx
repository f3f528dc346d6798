import {notFound} from 'next/navigation'
import {StoryArticle} from 'storygraph/render/react'

import {draftsForEditors} from '../../../../lib/drafts.ts'
import {askStory} from '../../../../lib/queries.ts'
import {previewUrlFor} from '../../../../lib/site.ts'

export default async function StoryPreview({params}: PageProps<'/preview/article/[slug]'>) {
  const {slug} = await params
  const {result} = await askStory(await draftsForEditors(), decodeURIComponent(slug))
  if (!result) notFound()
  return (
    <div className="story" dir="auto">
      <title>{`${result.title} – Preview`}</title>
      <StoryArticle article={result} urlFor={previewUrlFor} />
    </div>
  )
}
