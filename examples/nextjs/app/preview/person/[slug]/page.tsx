import {notFound} from 'next/navigation'

import {Profile} from '../../../../components/Profile.tsx'
import {draftsForEditors} from '../../../../lib/drafts.ts'
import {askPerson} from '../../../../lib/queries.ts'
import {previewUrlFor} from '../../../../lib/site.ts'

export default async function PersonPreview({params}: PageProps<'/preview/person/[slug]'>) {
  const {slug} = await params
  const {result} = await askPerson(await draftsForEditors(), decodeURIComponent(slug))
  if (!result) notFound()
  return <Profile person={result} urlFor={previewUrlFor} />
}
