import type {ValidationContext} from 'sanity'

const apiVersion = '2025-02-19'

/**
 * What another document holds under an attribute, for rules that reach beyond the document in
 * hand: its draft where there is one, for that is what the editor sees. Nothing when there is no
 * such document: a dangling reference has a rule of its own.
 */
export async function lookUp(
  context: Pick<ValidationContext, 'getClient'>,
  id: string,
  attribute: '_type' | 'findings[]._key',
): Promise<unknown> {
  return context.getClient({apiVersion}).fetch<unknown>(
    `*[_id in [$id, "drafts." + $id]] | order(_id asc) [0].${attribute}`,
    {id},
    {
      perspective: 'raw',
    },
  )
}
