import {Live} from '../components/Live.tsx'
import {StoryList} from '../components/StoryList.tsx'
import {stories} from '../lib/content.ts'
import {site} from '../lib/site.ts'

// Readers get whole pages, and status 404 where there is none: nothing waits for a script.
export const ensureStatic = 'navigation'

export default async function FrontPage() {
  const {data, tags} = await stories()
  return (
    <>
      <title>{site.name}</title>
      <h1 className="quiet">Stories</h1>
      {data.length > 0 ? (
        <StoryList stories={data} urlFor={site.urlFor} />
      ) : (
        <p>Nothing is published yet.</p>
      )}
      <Live tags={tags} />
    </>
  )
}
