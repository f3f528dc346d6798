import Link from 'next/link'
import type {PersonBySlugQueryResult} from 'storygraph/queries'
import type {UrlFor} from 'storygraph/render/react'

import {site} from '../lib/site.ts'
import {StoryList} from './StoryList.tsx'

interface ProfileProps {
  person: NonNullable<PersonBySlugQueryResult>
  urlFor: UrlFor
}

/** A person: who it is, what was said, and where. */
export function Profile({person: data, urlFor}: ProfileProps) {
  const {name, disambiguation, summary, identityProtection, occupations, stories} = data
  // A protected person is described in the words that were agreed on, and found only from a story.
  const line = identityProtection?.publicWording || summary || disambiguation
  const said = data.quotations.filter(({kind}) => kind !== 'scare')
  return (
    <article className="profile">
      <title>{`${name} – ${site.name}`}</title>
      {identityProtection ? <meta name="robots" content="noindex" /> : null}
      <header>
        <p className="kicker">Person</p>
        <h1>{name}</h1>
        {line ? <p className="standfirst">{line}</p> : null}
        {occupations.map(({_key, title}) => (
          <p key={_key}>{title}</p>
        ))}
      </header>
      {said.length > 0 ? (
        <section>
          <h2>In their own words</h2>
          <ul className="said">
            {said.map(({_key, text, article}) => (
              <li key={article._id + _key}>
                <figure>
                  <blockquote>
                    <p>{text}</p>
                  </blockquote>
                  <figcaption>
                    <Link className="source" href={urlFor({...article, _type: 'article'}) ?? '/'}>
                      {article.title}
                    </Link>
                  </figcaption>
                </figure>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>Stories</h2>
        {stories.length > 0 ? (
          <StoryList stories={stories} urlFor={urlFor} />
        ) : (
          <p>No story is listed.</p>
        )}
      </section>
    </article>
  )
}
