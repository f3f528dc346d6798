import Link from 'next/link'
import type {StoriesQueryResult} from 'storygraph/queries'

import {site} from '../lib/site.ts'

/** Stories by their headlines. */
export function StoryList({stories}: {stories: StoriesQueryResult}) {
  return (
    <ul className="stories">
      {stories.map((story) => (
        <li key={story._id} lang={story.language}>
          <Link href={site.urlFor({...story, _type: 'article'}) ?? '/'}>{story.title}</Link>
          {story.standfirst ? <p>{story.standfirst}</p> : null}
        </li>
      ))}
    </ul>
  )
}
