import Link from 'next/link'
import type {StoriesQueryResult} from 'storygraph/queries'
import type {UrlFor} from 'storygraph/render/react'

/** Stories by their headlines. */
export function StoryList({stories, urlFor}: {stories: StoriesQueryResult; urlFor: UrlFor}) {
  return (
    <ul className="stories">
      {stories.map((story) => (
        <li key={story._id} lang={story.language}>
          <Link href={urlFor({...story, _type: 'article'}) ?? '/'}>{story.title}</Link>
          {story.standfirst ? <p>{story.standfirst}</p> : null}
        </li>
      ))}
    </ul>
  )
}
