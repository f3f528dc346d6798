import {StoryList} from '../../components/StoryList.tsx'
import {draftsForEditors} from '../../lib/drafts.ts'
import {askStories} from '../../lib/queries.ts'
import {previewUrlFor} from '../../lib/site.ts'

export default async function FrontPagePreview() {
  const {result} = await askStories(await draftsForEditors())
  return (
    <>
      <title>Preview</title>
      <h1 className="quiet">Stories</h1>
      <StoryList stories={result} urlFor={previewUrlFor} />
    </>
  )
}
