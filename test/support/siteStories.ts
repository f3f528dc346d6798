import type {SanityClient} from '@sanity/client'

/** A headline that would run, if anything in it were taken for markup. */
export const HOSTILE = '</script><img src=x onerror=alert(1)> “R&D”'

/** In every text that no page may hold. */
export const UNSEEN = 'Unseen'

/**
 * Adds to the bundled story what a site has to cope with: a correction, a story that was withdrawn,
 * one from right to left, and what readers must never see: drafts, a story under embargo, the
 * desk’s notes and a source’s name.
 */
export async function publishMore(client: SanityClient, slug: string): Promise<void> {
  const story = await client.fetch('*[_type == "article" && slug.current == $slug][0]', {slug})
  const hidden = [
    {...story, _id: `drafts.${story._id}`, title: `${UNSEEN} headline of a draft`},
    article('article-embargo', `${UNSEEN} for now`, {embargoUntil: '2099-01-01T00:00:00Z'}),
    {_id: 'drafts.person-new', _type: 'person', name: `${UNSEEN} Person`, slug: slugOf('new')},
    {_id: 'desk.notes', _type: 'desk', notes: `${UNSEEN} notes`},
    {_id: 'identity.source', _type: 'protectedIdentity', realName: `${UNSEEN} Source`},
  ]
  const transaction = client.transaction()
  const correction = {_key: 'c0', _type: 'storyCorrection', date: '2026-11-20', kind: 'correction'}
  transaction.patch(story._id, (patch) =>
    patch.set({corrections: [{...correction, text: 'A date was wrong.', blockKey: 'p01'}]}),
  )
  transaction.create(
    article('article-withdrawn', HOSTILE, {
      body: [paragraph(`${UNSEEN} since it was withdrawn.`)],
      withdrawal: {date: '2026-11-21', notice: 'This story should not have appeared.'},
    }),
  )
  transaction.create(
    article('article-arabic', 'عنوان القصة', {
      language: 'ar',
      standfirst: 'مقدمة القصة',
      body: [paragraph('نص القصة.')],
    }),
  )
  for (const document of hidden) transaction.create(document)
  await transaction.commit()
}

function article(id: string, title: string, fields: object) {
  return {
    _id: id,
    _type: 'article',
    title,
    slug: slugOf(id),
    language: 'en',
    genre: 'news',
    publishedAt: '2026-11-19T08:00:00Z',
    noBylineReason: 'desk',
    ...fields,
  }
}

function slugOf(current: string) {
  return {_type: 'slug', current}
}

function paragraph(text: string) {
  const span = {_key: 's0', _type: 'span', text, marks: []}
  return {_key: 'b0', _type: 'block', style: 'normal', markDefs: [], children: [span]}
}
