import type {ValidationContext} from '@sanity/types'

const apiVersion = '2025-02-19'

/** What a rule needs to ask the dataset. */
export type Asking = Pick<ValidationContext, 'getClient'>

/**
 * What the dataset answers to a rule that reaches beyond the document in hand. Drafts are asked
 * too, for they are what the editor sees; a query that must not see them says so.
 */
export async function ask(
  {getClient}: Asking,
  query: string,
  params: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  return getClient({apiVersion}).fetch<unknown>(query, params, {perspective: 'raw'})
}

/**
 * What another document holds, its draft first. Nothing when there is no such document: a dangling
 * reference has a rule of its own.
 */
export async function lookUp(
  context: Asking,
  id: string,
  projection: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const query = `*[_id in [$id, "drafts." + $id]] | order(_id in path("drafts.**") desc) [0]${projection}`
  return ask(context, query, {...params, id})
}
