import type {SanityClient} from '@sanity/client'

import type {ForgettingPlan} from './planForgetting.ts'

const QUIETLY = {returnDocuments: false, tag: 'storygraph.forget'} as const

/**
 * Carries a plan out: the changes together, then the deletions, then the pictures that nothing uses
 * any more. What a lake recorded of earlier versions is removed after that.
 */
export async function carryOut(client: SanityClient, plan: ForgettingPlan): Promise<void> {
  await client.mutate([...plan.mutations], QUIETLY)
  if (plan.deletions.length > 0) await client.action([...plan.deletions])
  if (plan.pictures.length === 0) return
  await client.mutate(
    plan.pictures.map((id) => ({delete: {id}})),
    QUIETLY,
  )
}
