import {z} from 'zod'

import {requireWriter, type User} from './access.ts'
import type {Dataset} from './dataset.ts'
import {publishedIdOf} from './documentId.ts'
import {inJson} from './inJson.ts'

const ENDING = '-comments'

/** Where comments on the documents of a dataset, and tasks about them, lie. */
export function commentsDatasetOf(dataset: string): string {
  return `${dataset}${ENDING}`
}

/**
 * Whether a dataset holds comments and tasks. Their ids say nothing of what they are about, which
 * may be confidential: so nobody but editors and administrators sees any of it.
 */
export function isCommentsDataset(name: string): boolean {
  return name.endsWith(ENDING)
}

/** A comment or task, as far as it says what it is about. */
const remark = z.looseObject({
  _id: z.string(),
  parentCommentId: z.string().optional().catch(undefined),
  target: z
    .looseObject({document: z.looseObject({_ref: z.string()})})
    .optional()
    .catch(undefined),
  contentSnapshot: z.unknown().optional(),
})
type Remark = z.infer<typeof remark>

/**
 * Forgets in comments and tasks what is forgotten of documents: what was said about those that are
 * gone, or has one of the words in it, is deleted with all answers; comments on those that stay no
 * longer quote what they were. What comments and tasks were before is removed from the log.
 */
export function forgetInComments(
  comments: Dataset,
  {gone, changed, words}: Record<'changed' | 'gone' | 'words', readonly string[]>,
  user: User | null,
): void {
  const author = requireWriter(user)
  const remarks = comments.exported(author).map((json) => remark.parse(JSON.parse(json)))
  const removed = withAnswers(remarks, [
    ...gone.map(publishedIdOf),
    ...remarks.filter((one) => holdsAny(one, words)).map(({_id}) => _id),
  ])
  const topics = new Set(changed.map(publishedIdOf))
  const quoting = remarks.filter(
    (one) =>
      one.contentSnapshot !== undefined && !removed.has(one._id) && topics.has(topicOf(one) ?? ''),
  )
  const mutations = [
    ...[...removed].map((id) => ({delete: {id}})),
    ...quoting.map(({_id}) => ({patch: {id: _id, unset: ['contentSnapshot']}})),
  ]
  if (mutations.length > 0) comments.mutate(mutations, {user: author})
  comments.forget([...removed], words, author)
  comments.forgetPast()
}

/** The ids of those remarks that are named, are about one that is named, or answer one that is. */
function withAnswers(remarks: readonly Remark[], named: readonly string[]): Set<string> {
  const found = new Set(named)
  for (let before = -1; before < found.size;) {
    before = found.size
    for (const one of remarks) {
      if (found.has(topicOf(one) ?? '') || found.has(one.parentCommentId ?? '')) found.add(one._id)
    }
  }
  return new Set(remarks.map(({_id}) => _id).filter((id) => found.has(id)))
}

function topicOf({target}: Remark): string | undefined {
  const id = target?.document._ref
  return id === undefined ? undefined : publishedIdOf(id)
}

function holdsAny(value: unknown, words: readonly string[]): boolean {
  const json = JSON.stringify(value)
  return words.some((word) => json.includes(inJson(word)))
}
