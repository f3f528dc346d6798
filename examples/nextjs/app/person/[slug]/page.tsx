import {notFound} from 'next/navigation'

import {Live} from '../../../components/Live.tsx'
import {Profile} from '../../../components/Profile.tsx'
import {person, slugs} from '../../../lib/content.ts'
import {site} from '../../../lib/site.ts'

// Readers get whole pages, and status 404 where there is none: nothing waits for a script.
export const ensureStatic = 'navigation'

export const generateStaticParams = () => slugs('person')

export default async function PersonPage({params}: PageProps<'/person/[slug]'>) {
  const {slug} = await params
  const {data, tags} = await person(decodeURIComponent(slug))
  if (!data) notFound()
  return (
    <>
      <Profile person={data} urlFor={site.urlFor} />
      <Live tags={tags} />
    </>
  )
}
