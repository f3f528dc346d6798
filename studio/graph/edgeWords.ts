import type {TFunction} from 'sanity'

import {relationTitle} from '../../vocabulary/relationTypes.ts'
import type {GraphEdge} from './graphModel.ts'

/** What a line says, read from its beginning to its end: “does not belong to”, “works in”. */
export function edgeWords(edge: GraphEdge, t: TFunction): string {
  if (edge.appearance) return t(`graph.${edge.appearance}`)
  const {type, negated} = edge.relation
  return relationTitle(type, {negated}) ?? t('graph.related')
}

/** What else there is to say of a line: role, whether it still holds, whether it is inferred. */
export function edgeNotes({relation}: GraphEdge, t: TFunction): string[] {
  if (!relation) return []
  const {role, status, certainty} = relation
  return [
    role ?? '',
    status === 'former' ? t('graph.former') : '',
    certainty === 'inferred' ? t('graph.inferred') : '',
  ].filter(Boolean)
}
