import {Live} from '../components/Live.tsx'
import {StoryList} from '../components/StoryList.tsx'
import {stories} from '../lib/content.ts'
import {site} from '../lib/site.ts'

export default async function FrontPage() {
  const {data, tags} = await stories()
  return (
    <>
      <title>{site.name}</title>
      <h1 className="quiet">Stories</h1>
      {data.length > 0 ? <StoryList stories={data} /> : <p>Nothing is published yet.</p>}
      <Live tags={tags} />
    </>
  )
}
