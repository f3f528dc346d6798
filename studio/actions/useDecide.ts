import {useCallback} from 'react'
import {
  getPublishedId,
  getVersionFromId,
  useClient,
  useCurrentUser,
  useDocumentOperation,
} from 'sanity'

import type {MarkedWords} from '../../schemas/confirmation.ts'
import {itemsOf} from '../../schemas/rules/read.ts'
import {API_VERSION} from '../apiVersion.ts'
import {confirmPatch, recordDecision, removePatches, type Decision} from './decisions.ts'

const COMPANIONS = '*[_type == "desk" && subject._ref == $story && !(_id in path("versions.**"))]'

/** Confirms or rejects marks of a story: in the draft or version at hand, and in the desk’s record of decisions. */
export function useDecide(id: string) {
  const story = getPublishedId(id)
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const {patch} = useDocumentOperation(story, 'article', getVersionFromId(id))
  const by = user?.name ?? user?.id ?? ''

  return useCallback(
    async (decision: Decision['decision'], marks: readonly MarkedWords[]) => {
      const companions: unknown = await client.fetch(COMPANIONS, {story}, {perspective: 'raw'})
      const at = new Date().toISOString()
      const made = {story, newId: `desk.${crypto.randomUUID()}`}
      const mutations = recordDecision(itemsOf(companions), made, marks, {decision, by, at})
      await client.mutate(mutations, {tag: 'storygraph.decide', returnDocuments: false})
      const suggested = marks.filter(({mark}) => mark['suggested'] === true)
      const patches = decision === 'rejected' ? removePatches(marks) : [confirmPatch(suggested)]
      if (decision === 'rejected' || suggested.length > 0) patch.execute(patches)
    },
    [client, story, by, patch],
  )
}
