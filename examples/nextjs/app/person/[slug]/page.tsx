import Link from 'next/link'
import {notFound} from 'next/navigation'

import {Live} from '../../../components/Live.tsx'
import {StoryList} from '../../../components/StoryList.tsx'
import {person, slugs} from '../../../lib/content.ts'
import {site} from '../../../lib/site.ts'

export const generateStaticParams = () => slugs('person')

export default async function PersonPage({params}: PageProps<'/person/[slug]'>) {
  const {slug} = await params
  const {data, tags} = await person(decodeURIComponent(slug))
  if (!data) notFound()
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
                    <Link
                      className="source"
                      href={site.urlFor({...article, _type: 'article'}) ?? '/'}
                    >
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
        {stories.length > 0 ? <StoryList stories={stories} /> : <p>No story is listed.</p>}
      </section>
      <Live tags={tags} />
    </article>
  )
}
