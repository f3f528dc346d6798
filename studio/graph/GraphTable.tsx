import {useTranslation} from 'sanity'

import {DataTable} from '../DataTable.tsx'
import {NAMESPACE} from '../i18n/locale.ts'
import {edgeNotes, edgeWords} from './edgeWords.ts'
import {EntryLink} from './EntryLink.tsx'
import type {GraphNode, StoryGraph} from './graphModel.ts'

/** What the picture shows, line by line; whoever has no line has a row as well. */
export function GraphTable({graph: {nodes, edges}}: {graph: StoryGraph}) {
  const {t} = useTranslation(NAMESPACE)
  const link = (node: GraphNode) => (
    <EntryLink node={node}>{node.name || t('graph.untitled')}</EntryLink>
  )
  const connected = new Set(edges.flatMap(({from, to}) => [from._id, to._id]))
  return (
    <DataTable
      caption={t('graph.table')}
      columns={[t('graph.from'), t('graph.relation'), t('graph.to'), t('graph.notes')]}
      rows={[
        ...edges.map((edge) => ({
          key: edge.id,
          cells: [
            link(edge.from),
            edgeWords(edge, t),
            link(edge.to),
            edgeNotes(edge, t).join(', '),
          ],
        })),
        ...nodes
          .filter(({_id}) => !connected.has(_id))
          .map((node) => ({key: node._id, cells: [link(node), t('graph.alone'), '', '']})),
      ]}
    />
  )
}
